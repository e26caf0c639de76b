import { type Bus, maxPayloadBytes } from "@chargehand/bus/bus";
import type { Changes } from "@chargehand/domain/change";
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
  const moved = new Map<string, LiveRow>();
  const timer = setInterval(() => {
    for (const payload of toPayloads([...moved.values()], Date.now())) bus.publish("live", payload);
    moved.clear();
  }, intervalMs);

  return {
    note(station, { opened, updated, samples }) {
      for (const session of opened ?? []) note(station, session);
      for (const session of updated ?? []) note(station, session);
      for (const { session, place, reading } of samples ?? []) {
        if (session !== undefined) continue;
        const { powerW, stateOfCharge } = reading;
        moved.set(`${station}/${place.evse}`, [station, place.evse, null, powerW ?? null, null, stateOfCharge ?? null]);
      }
    },
    stop: () => clearInterval(timer),
  };

  function note(station: number, session: SessionState) {
    const { id, place, status, powerW, stateOfCharge } = session;
    if (!place) return;
    const power = status === "ended" ? 0 : (powerW ?? null);
    const row: LiveRow = [station, place.evse, id, power, sessionEnergyWh(session) ?? null, stateOfCharge ?? null];
    moved.set(`${station}/${place.evse}`, row);
  }
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
