import type { Finding } from "../commands/evidence";
import type { Watch } from "../proof";
import type { ReportOf } from "../report";
import { openSessionAt } from "../sessions/find-session";
import type { StationState } from "../station-state";
import type { ChargingUnit, ReportedSchedule } from "./profile";
import { convertRate } from "./rate";
import { nextChange, periodAt } from "./schedule";

/** Whether the schedule that a station says it obeys stays within a profile, wherever the profile says something. */
export function withinLimits(
  { profile, evse }: Extract<Watch, { for: "limit" }>,
  { changes }: ReportOf<"held">,
  state: StationState,
): Finding | undefined {
  const told = changes.flatMap((change) =>
    change.do === "set" && change.kind === "reported-schedule" && change.value.evse === evse ? [change.value] : [],
  )[0];
  if (!told) return undefined;
  const from = Date.parse(told.startsAt);
  const since = openSessionAt(state, evse)?.startedAt?.getTime() ?? from;
  const end = from + Math.min(told.durationSeconds, longestSeconds) * 1000;
  let kept: string | undefined;
  for (let at: number | undefined = from; at !== undefined && at < end; ) {
    const next = nextOf(nextChange(profile, { at, since }), nextPeriod(told, at));
    const wanted = next !== undefined && next - at < wholeSecondMs ? undefined : periodAt(profile, { at, since });
    if (wanted?.period.limit !== undefined) {
      const { limit, phases } = wanted.period;
      const allowed = allowedAt(told, at, { unit: wanted.unit, phases });
      if (allowed === undefined || allowed > limit * (1 + tolerance) + rounding) {
        return {
          proof: "unproven",
          evidence: `accepted, not effective: ${says(allowed, wanted.unit)}${at > from ? ` at ${timeOf(at)}` : ""}`,
        };
      }
      kept ??= `${says(allowed, wanted.unit)}${at > from ? ` from ${timeOf(at)} on` : ""}`;
    }
    at = next;
  }
  return kept === undefined ? undefined : { proof: "confirmed", evidence: kept };
}

/** A day is what is asked for; a station that answers with years is not followed through all of them. */
const longestSeconds = 2 * 86_400;

/** Stations tell their periods in whole seconds, so one may begin that much beside the profile's. */
const wholeSecondMs = 1_000;

/** Stations round, and convert by their own voltage. */
const tolerance = 0.02;
const rounding = 0.1;

function allowedAt(told: ReportedSchedule, at: number, { unit, phases }: { unit: ChargingUnit; phases?: number }) {
  const elapsed = at - Date.parse(told.startsAt);
  const period = told.periods.findLast(({ start }) => start * 1000 <= elapsed);
  if (period?.limit === undefined) return undefined;
  return convertRate(period.limit, { from: told.unit, to: unit, phases: period.phases ?? phases });
}

function nextPeriod({ startsAt, periods }: ReportedSchedule, at: number): number | undefined {
  const elapsed = at - Date.parse(startsAt);
  const next = periods.find(({ start }) => start * 1000 > elapsed);
  return next && Date.parse(startsAt) + next.start * 1000;
}

const nextOf = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

const says = (allowed: number | undefined, unit: ChargingUnit) =>
  allowed === undefined
    ? "the station's schedule has no limit"
    : `the station's schedule allows ${Math.round(allowed * 10) / 10} ${unit}`;

const timeOf = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;
