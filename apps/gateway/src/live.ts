import { type Bus, maxPayloadBytes } from "@chargehand/bus/bus";
import type { Changes, Sample } from "@chargehand/domain/change";
import { sessionEnergyWh } from "@chargehand/domain/sessions/energy";
import type { SessionState } from "@chargehand/domain/station-state";

/** What moves without being an event: a connector's power, energy and state of charge now. */
export interface Live {
  note(station: number, changes: Changes): void;
  stop(): void;
}

/** `[station, evse, session, power in W, energy in Wh, state of charge in %]`; null is "not known". */
export type LiveRow = [number, number, number | null, number | null, number | null, number | null];

/** Gathers what moved and publishes it once a second, in pieces that the bus can carry. */
export function createLive(bus: Bus, intervalMs = 1000): Live {
  /** By station and evse, the last that was heard; written out only when it is told. */
  const moved = new Map<number, Map<number, SessionState | Sample>>();
  const timer = setInterval(() => {
    const rows = [...moved].flatMap(([station, places]) =>
      [...places].map(([evse, what]) => toRow(station, evse, what)),
    );
    moved.clear();
    for (const payload of toPayloads(rows, Date.now())) bus.publish("live", payload);
  }, intervalMs);

  function set(station: number, evse: number | undefined, what: SessionState | Sample) {
    if (evse === undefined) return;
    const places = moved.get(station);
    if (places) places.set(evse, what);
    else moved.set(station, new Map([[evse, what]]));
  }

  return {
    note(station, { opened = none, updated = none, samples = none }) {
      for (const session of opened) set(station, session.place?.evse, session);
      for (const session of updated) set(station, session.place?.evse, session);
      for (const sample of samples) if (sample.session === undefined) set(station, sample.place.evse, sample);
    },
    stop: () => clearInterval(timer),
  };
}

const none: readonly never[] = [];

function toRow(station: number, evse: number, what: SessionState | Sample): LiveRow {
  if ("reading" in what) {
    const { powerW, stateOfCharge } = what.reading;
    return [station, evse, null, powerW ?? null, null, stateOfCharge ?? null];
  }
  const { id, status, powerW, stateOfCharge } = what;
  const power = status === "ended" ? 0 : (powerW ?? null);
  return [station, evse, id, power, sessionEnergyWh(what) ?? null, stateOfCharge ?? null];
}

const room = maxPayloadBytes - 500;

/** Splits rows into messages that stay below the bus's limit. */
export function toPayloads(rows: readonly LiveRow[], at: number): string[] {
  const payloads: string[] = [];
  let part: string[] = [];
  let length = 0;
  for (const row of rows.map((row) => JSON.stringify(row))) {
    if (length + row.length > room) {
      payloads.push(wrap(part, at));
      part = [];
      length = 0;
    }
    part.push(row);
    length += row.length + 1;
  }
  return part.length > 0 ? [...payloads, wrap(part, at)] : payloads;
}

const wrap = (rows: string[], at: number) => `{"at":${at},"stations":[${rows.join(",")}]}`;
