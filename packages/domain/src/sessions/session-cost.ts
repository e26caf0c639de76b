import type { SessionReport } from "../report";
import type { FollowUp, SessionState, StationState } from "../station-state";
import { type Cost, costOf } from "../tariffs/cost";
import { sessionEnergyWh } from "./energy";

type Counted = Pick<
  SessionState,
  "tariff" | "startedAt" | "endedAt" | "meterAt" | "meterStartWh" | "meterWh" | "meterEndWh"
>;

/** What a session has cost so far, or in the end, by its tariff; undefined where that cannot be known. */
export function sessionCost(session: Counted, now?: Date): Cost | undefined {
  const { tariff, startedAt, endedAt, meterAt } = session;
  if (!tariff || !startedAt) return undefined;
  const until = endedAt ?? now ?? meterAt ?? startedAt;
  return costOf(tariff, {
    energyWh: sessionEnergyWh(session),
    seconds: secondsBetween(startedAt, until),
    before: tariff.before && { ...tariff.before, seconds: secondsBetween(startedAt, new Date(tariff.before.until)) },
  });
}

const secondsBetween = (from: Date, until: Date) => (until.getTime() - from.getTime()) / 1000;

/** What the answer to a session's message says about prices: the tariff when it begins (I01), and what it costs from then on (I02, I03). */
export function pricesFor(session: SessionState, { phase, at }: SessionReport) {
  const { tariff } = session;
  // Where the station counts by another tariff, what it shows is not contradicted.
  if (!tariff || countsOtherwise(session)) return undefined;
  if (phase === "started")
    return tariff.text ? { message: { text: tariff.text, language: tariff.language } } : undefined;
  return { cost: sessionCost(session, at)?.total };
}

/** The station says that it counts by another tariff than we do. */
export const countsOtherwise = ({ tariff, stationTariff }: Pick<SessionState, "tariff" | "stationTariff">): boolean =>
  stationTariff !== undefined && stationTariff !== tariff?.code;

/** 1.6 has no room for it in its answers: a display for costs is a vendor's matter, and the station says if it has one. */
export const asksForCostDisplay = (
  { version }: Pick<StationState, "version">,
  session: SessionState | undefined,
  { phase }: SessionReport,
): boolean => version === "1.6" && phase === "ended" && session?.tariff !== undefined;

/** The command that shows the driver what an ended session cost. */
export function finalCost(session: SessionState): FollowUp[] {
  const cost = session.status === "ended" ? sessionCost(session) : undefined;
  if (!cost || !session.endedAt || session.wireId === undefined) return [];
  const { currency, total } = cost;
  const final = { text: session.tariff?.text ?? "" };
  const at = session.endedAt.toISOString();
  return [
    {
      command: { type: "show-cost", session: session.wireId, total, currency, final, at },
      reason: "the driver sees what it cost",
    },
  ];
}
