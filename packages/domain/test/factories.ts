import { decide, factsNeeded } from "../src/decide";
import type { Circumstances, Decision } from "../src/decision";
import type { Facts } from "../src/facts";
import type { ReportOf, ReportType, SessionReport } from "../src/report";
import type { StationState } from "../src/station-state";

export const now = new Date("2026-11-23T12:00:00Z");
export const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

export const station = (facts: Partial<StationState> = {}): StationState => ({
  id: 1,
  identity: "CS-1",
  approval: "approved",
  registration: "accepted",
  version: "2.0.1",
  connected: true,
  heartbeatSeconds: 300,
  connectors: new Map(),
  sessions: new Map(),
  proving: [],
  ...facts,
});

export const circumstances = (facts: Partial<Circumstances> = {}): Circumstances => ({
  receivedAt: now,
  unknownTokens: "accept",
  payload: "{}",
  ...facts,
});

export const sessionReport = (facts: Partial<SessionReport> = {}): SessionReport => ({
  type: "session",
  phase: "updated",
  session: "tx-1",
  sequence: 1,
  at: now,
  offline: false,
  readings: [],
  ...facts,
});

export const ids = { session: 41, transaction: 4711 };

/** Decides with the facts a gateway would fetch from an empty database, unless some are given. */
export function decided<T extends ReportType>(
  state: StationState,
  report: ReportOf<T> & { type: T },
  { facts = {}, ...rest }: Partial<Circumstances> & { facts?: Facts } = {},
): Decision<T> {
  const given: Facts = {
    token: { found: undefined },
    session: { found: undefined },
    sameStart: { found: undefined },
    firstReport: { found: undefined },
    bootPolicy: { policy: "accept", writes: [], configured: "done" },
    held: [],
    ids,
    ...facts,
  };
  const missing = factsNeeded(state, report, given, circumstances(rest));
  if (missing.length > 0) throw new Error(`facts still needed: ${JSON.stringify(missing)}`);
  return decide<T>(state, report, given, circumstances(rest));
}

export const eventTypes = ({ events }: Decision) => events.map(({ event }) => event.type);
