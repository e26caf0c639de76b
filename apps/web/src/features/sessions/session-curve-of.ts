import type { DomainEvent } from "@chargehand/domain/event";
import type { Activity, ConnectorStatus } from "@chargehand/domain/vocabulary";
import { connectorStatuses } from "@chargehand/domain/vocabulary";
import type { Sample } from "@/components/chart/sample";
import type { SessionRow } from "@/server/sessions/rows";
import type { Series } from "@/server/sessions/series";
import type { Timeline } from "@/server/sessions/timeline";
import { type ConnectorState, connectorState } from "../connectors/connector-state";
import type { SessionCurve } from "./session-view";

/** A session's lines, the states it went through and when its station was silent, out of readings and events. */
export function sessionCurveOf(
  session: Pick<SessionRow, "startedAt" | "endedAt">,
  series: Series,
  { events, frames }: Timeline,
  now: number,
): SessionCurve {
  const until = session.endedAt?.getTime() ?? now;
  const from = session.startedAt?.getTime() ?? series.at[0] ?? until;
  return {
    power: known(series.at, series.powerW),
    energy: known(series.at, series.energyWh),
    stateOfCharge: known(series.at, series.stateOfCharge),
    offered: known(series.at, series.offeredW),
    states: statesOf(events, from, until),
    offline: silencesOf(events, from, until),
    frames: frames.map(({ receivedAt }) => receivedAt.getTime()),
    interval: usualPause(series.at),
  };
}

const known = (at: readonly number[], values: readonly (number | null)[]): Sample[] =>
  at.flatMap((moment, index) => {
    const value = values[index];
    return value === null || value === undefined ? [] : [{ at: moment, value }];
  });

/** What the connector was in, from each word about it to the next. */
function statesOf(events: Timeline["events"], from: number, until: number): SessionCurve["states"] {
  const changes: { at: number; state: ConnectorState }[] = [];
  for (const { at, event } of events) {
    const state = stateOf(event);
    if (state && state !== changes.at(-1)?.state) changes.push({ at: at.getTime(), state });
  }
  return changes.flatMap(({ at, state }, index) => {
    const end = Math.min(changes[index + 1]?.at ?? until, until);
    const start = Math.max(at, from);
    return end > start ? [{ from: start, until: end, state }] : [];
  });
}

function stateOf(event: DomainEvent): ConnectorState | undefined {
  if (event.type === "session.started") return "plugged-in";
  if (event.type === "session.updated") return event.activity && shown("occupied", event.activity);
  if (!event.type.startsWith("connector.") || !("activity" in event || "connector" in event)) return undefined;
  const status = event.type === "connector.activity" ? event.status : statusIn(event.type);
  return status && shown(status, event.activity);
}

const shown = (status: ConnectorStatus, activity?: Activity) => connectorState({ status, activity, connected: true });

const statusIn = (type: string) => connectorStatuses.find((status) => type === `connector.${status}`);

/** When the station was away: then nobody could know. */
function silencesOf(events: Timeline["events"], from: number, until: number): SessionCurve["offline"] {
  const silences: { from: number; until: number }[] = [];
  let since: number | undefined;
  for (const { receivedAt, event } of events) {
    if (event.type === "station.disconnected") since ??= receivedAt.getTime();
    if (event.type === "station.connected" && since !== undefined) {
      silences.push({ from: since, until: receivedAt.getTime() });
      since = undefined;
    }
  }
  if (since !== undefined) silences.push({ from: since, until });
  return silences.flatMap((silence) => {
    const [start, end] = [Math.max(silence.from, from), Math.min(silence.until, until)];
    return end > start ? [{ from: start, until: end }] : [];
  });
}

/** How often the station reports. */
function usualPause(at: readonly number[]): number {
  const pauses = at.slice(1).map((moment, index) => moment - (at[index] ?? moment));
  return pauses.toSorted((one, other) => one - other)[Math.floor(pauses.length / 2)] ?? 60_000;
}
