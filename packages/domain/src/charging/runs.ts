import type { ChargingProfile, ChargingSchedule } from "./profile";
import type { Window } from "./spans";
import { instantOf, type StationClock, wallAt } from "./station-clock";
import type { Unknown } from "./unknown";

/** One time that a schedule runs: where its seconds count from, and where it ends. */
interface Run {
  origin: number;
  until: number;
}

/** The times that a schedule runs within a window; or why that cannot be known. */
export function runsOf(
  profile: ChargingProfile,
  schedule: ChargingSchedule,
  { from, end, since, clock }: Window,
): Run[] | Unknown {
  const durationMs = (schedule.durationSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  const cycle = profile.kind === "recurring" && profile.recurrence ? cycles[profile.recurrence] : undefined;
  const once = (origin: number): Run[] => [{ origin, until: origin + durationMs }];

  if (profile.kind === "relative") return once(since);
  const byWall = schedule.wallStart !== undefined;
  const start = byWall ? Date.parse(`${schedule.wallStart}Z`) : startOf(schedule);
  if (Number.isNaN(start)) return "time";
  if (byWall && !clock) return "local-time";
  // A dynamic one has a single limit, which holds from when it was set.
  if (start === undefined) return once(profile.kind === "dynamic" ? Math.min(from, since) : since);
  const origin = (turn: number) => inTurn({ start, cycle, clock: byWall ? clock : undefined }, turn);
  if (cycle === undefined) return once(origin(0));

  const shown = byWall && clock ? wallAt(from, clock) : from;
  const runs: Run[] = [];
  // One before, since a wall may go back; what is over before the window is left out.
  for (let turn = Math.max(0, Math.floor((shown - start) / cycle) - 1); ; turn += 1) {
    const begins = origin(turn);
    // What is longer than its recurrence is cut; what is shorter leaves a gap until it recurs.
    const until = Math.min(begins + durationMs, origin(turn + 1));
    if (!(begins < end) || runs.length >= mostRuns) return runs;
    if (until > from) runs.push({ origin: begins, until });
  }
}

const startOf = ({ startsAt }: ChargingSchedule) => (startsAt === undefined ? undefined : Date.parse(startsAt));

function inTurn({ start, cycle = 0, clock }: { start: number; cycle?: number; clock?: StationClock }, turn: number) {
  const at = start + turn * cycle;
  return clock ? instantOf(at, clock) : at;
}

const dayMs = 86_400_000;
const cycles = { daily: dayMs, weekly: 7 * dayMs } as const;

/** No window is longer than a year. */
const mostRuns = 400;
