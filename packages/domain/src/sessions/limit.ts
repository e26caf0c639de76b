import type { SessionReport } from "../report";
import type { FollowUp, SessionState } from "../station-state";
import { sessionEnergyWh } from "./energy";
import { isRunning } from "./find-session";
import { sessionCost } from "./session-cost";

/** What a session may use at most; what is absent is not limited. */
export interface Limit {
  energyWh?: number;
  /** From its start to its end. */
  seconds?: number;
  /** Decimal text, in the currency of its tariff. */
  cost?: string;
}

/** What a station says that it keeps a session to; it may know of the battery too. */
export interface StationLimit extends Limit {
  stateOfCharge?: number;
}

export const limitKinds = ["energy", "time", "cost"] as const;
export type LimitKind = (typeof limitKinds)[number];

/** What limits a session, and what became of that. */
export interface SessionLimit {
  /** By its token. */
  wanted?: Limit;
  /** What the station says that it sees to itself (2.1). */
  station?: StationLimit;
  /** `station`: it said so; `us`: we saw it, and told the station to stop. */
  reached?: { what: LimitKind | "battery"; by: "station" | "us"; at: string };
}

/** The limit with what a message says of it; the same object where it says nothing new. */
export function mergeLimit(
  limit: SessionLimit | undefined,
  { limit: station, limitReached: what, at }: SessionReport,
): SessionLimit | undefined {
  const reached = what && !limit?.reached ? { what, by: "station" as const, at: at.toISOString() } : undefined;
  return station || reached ? { ...limit, ...(station && { station }), ...(reached && { reached }) } : limit;
}

/** The limit as the session's token has it; `anew`: of another token than was thought. What was set first stays. */
export const limitByToken = (limit: SessionLimit | undefined, wanted: Limit | undefined, anew: boolean) =>
  wanted !== limit?.wanted && (anew || !limit?.wanted) ? { ...limit, wanted } : limit;

/** What a station is told to see to itself: only what it said that it can. */
export function toldLimit(wanted: Limit | undefined, kept: readonly LimitKind[] = []): Limit | undefined {
  if (!wanted) return undefined;
  const told: Limit = {
    energyWh: kept.includes("energy") ? wanted.energyWh : undefined,
    seconds: kept.includes("time") ? wanted.seconds : undefined,
    cost: kept.includes("cost") ? wanted.cost : undefined,
  };
  return Object.values(told).some((most) => most !== undefined) ? told : undefined;
}

/** Ends what has used up what it may, where the station did not say that it sees to that itself. Once: what comes of the command is known. */
export function keepToLimit(session: SessionState, now: Date): { session: SessionState; stop: FollowUp[] } {
  const what = passedLimit(session, now);
  if (!what || session.wireId === undefined) return { session, stop: [] };
  return {
    session: { ...session, limit: { ...session.limit, reached: { what, by: "us", at: now.toISOString() } } },
    stop: [{ command: { type: "stop", session: session.wireId }, reason: `it reached its limit of ${what}` }],
  };
}

/** Which of its limits a running session has reached that nobody has seen to yet. */
export function passedLimit(session: SessionState, now: Date): LimitKind | undefined {
  const { limit: { wanted, station, reached } = {}, authorization, startedAt } = session;
  if (!wanted || reached || authorization !== "accepted" || !isRunning(session)) return undefined;
  const { energyWh, seconds, cost } = wanted;
  if (energyWh !== undefined && station?.energyWh === undefined && (sessionEnergyWh(session) ?? 0) >= energyWh)
    return "energy";
  const lasted = startedAt && (now.getTime() - startedAt.getTime()) / 1000;
  if (seconds !== undefined && station?.seconds === undefined && lasted !== undefined && lasted >= seconds)
    return "time";
  if (
    cost !== undefined &&
    station?.cost === undefined &&
    Number(sessionCost(session, now)?.total ?? 0) >= Number(cost)
  )
    return "cost";
  return undefined;
}
