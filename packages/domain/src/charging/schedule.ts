import type { ChargingPeriod, ChargingProfile, ChargingSchedule } from "./profile";

/** When a schedule applies: `since` is where charging began, and where relative schedules count from. */
export interface Moment {
  at: number;
  since: number;
}

/** The first schedule of a profile and its period in force at a moment; undefined when it says nothing then. */
export function periodAt(
  profile: ChargingProfile,
  moment: Moment,
): { unit: ChargingSchedule["unit"]; period: ChargingPeriod } | undefined {
  const [schedule] = profile.schedules;
  if (!schedule || !isValid(profile, moment.at)) return undefined;
  const elapsed = moment.at - originOf(profile, schedule, moment);
  if (elapsed < 0 || elapsed >= lengthOf(profile, schedule)) return undefined;
  const period = schedule.periods.findLast(({ start }) => start * 1000 <= elapsed);
  return period && { unit: schedule.unit, period };
}

/** When a profile next says something else than it says at a moment. */
export function nextChange(profile: ChargingProfile, moment: Moment): number | undefined {
  const [schedule] = profile.schedules;
  if (!schedule) return undefined;
  const origin = originOf(profile, schedule, moment);
  const cycle = cycleOf(profile);
  const moments = [
    milliseconds(profile.validFrom),
    milliseconds(profile.validTo),
    ...schedule.periods.map(({ start }) => origin + start * 1000),
    origin + lengthOf(profile, schedule),
    cycle === undefined ? undefined : origin + cycle,
  ];
  const coming = moments.filter((each) => each !== undefined && each > moment.at && Number.isFinite(each));
  return coming.length === 0 ? undefined : Math.min(...coming.map(Number));
}

/** The end of its validity is the first moment without it. */
function isValid({ validFrom, validTo }: ChargingProfile, at: number): boolean {
  return at >= (milliseconds(validFrom) ?? at) && at < (milliseconds(validTo) ?? Number.POSITIVE_INFINITY);
}

/** Where a schedule's seconds are counted from. */
function originOf(profile: ChargingProfile, { startsAt }: ChargingSchedule, { at, since }: Moment): number {
  const start = milliseconds(startsAt);
  // A dynamic one has a single limit, which holds from when it was set.
  if (profile.kind === "dynamic") return start ?? 0;
  if (profile.kind === "relative" || start === undefined) return since;
  const cycle = cycleOf(profile);
  if (cycle === undefined || at < start) return start;
  return start + Math.floor((at - start) / cycle) * cycle;
}

/** What is longer than its recurrence is cut; what is shorter leaves a gap until it recurs. */
function lengthOf(profile: ChargingProfile, { durationSeconds }: ChargingSchedule): number {
  const duration = durationSeconds === undefined ? Number.POSITIVE_INFINITY : durationSeconds * 1000;
  return Math.min(duration, cycleOf(profile) ?? Number.POSITIVE_INFINITY);
}

const dayMs = 86_400_000;
const cycles = { daily: dayMs, weekly: 7 * dayMs } as const;

const cycleOf = ({ kind, recurrence }: ChargingProfile) =>
  kind === "recurring" && recurrence ? cycles[recurrence] : undefined;

const milliseconds = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
