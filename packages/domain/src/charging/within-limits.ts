import type { Finding } from "../commands/evidence";
import type { Watch } from "../proof";
import type { ReportOf } from "../report";
import { openSessionAt } from "../sessions/find-session";
import type { StationState } from "../station-state";
import type { ChargingPeriod } from "./period";
import type { ChargingUnit, ReportedSchedule } from "./profile";
import { convertRate, nominalVolts } from "./rate";
import { spansOf } from "./spans";
import { type Stretch, stretchesOf } from "./stretches";

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
  const wanted = spansOf(profile, { from, end, since }, Number.POSITIVE_INFINITY);

  let kept: string | undefined;
  for (const stretch of stretchesOf(wanted, toldSpans(told, from, end))) {
    const limit = stretch.wanted.said?.period.limit;
    if (limit === undefined || stretch.to - stretch.from < wholeSecondMs) continue;
    const unit = stretch.wanted.said?.schedule.unit ?? told.unit;
    const allowed = allowedIn(stretch, told.unit, unit);
    const when = stretch.from > from;
    if (allowed === "unknown") {
      return { proof: "unproven", evidence: `the station's schedule is in ${told.unit}, on phases that are not known` };
    }
    if (allowed === undefined || allowed > limit * (1 + tolerance) + rounding) {
      const at = when ? ` at ${timeOf(stretch.from)}` : "";
      return { proof: "unproven", evidence: `accepted, not effective: ${says(allowed, unit)}${at}` };
    }
    kept ??= `${says(allowed, unit)}${when ? ` from ${timeOf(stretch.from)} on` : ""}`;
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

interface Told {
  from: number;
  to: number;
  period: ChargingPeriod;
}

/** The periods a station told, in order, each until the next one begins. */
function toldSpans({ periods }: ReportedSchedule, from: number, end: number): Told[] {
  const sorted = periods.toSorted((one, other) => one.start - other.start);
  return sorted.map((period, index) => {
    const next = sorted[index + 1];
    return {
      from: from + period.start * 1000,
      to: Math.min(end, next ? from + next.start * 1000 : end),
      period,
    };
  });
}

function allowedIn(
  { wanted, told }: Stretch<Told>,
  from: ChargingUnit,
  to: ChargingUnit,
): number | "unknown" | undefined {
  if (told?.period.limit === undefined) return undefined;
  const phases = told.period.phases ?? wanted.said?.period.phases;
  return convertRate(told.period.limit, { from, to, volts: nominalVolts, phases }) ?? "unknown";
}

const says = (allowed: number | undefined, unit: ChargingUnit) =>
  allowed === undefined
    ? "the station's schedule has no limit"
    : `the station's schedule allows ${Math.round(allowed * 10) / 10} ${unit}`;

const timeOf = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;
