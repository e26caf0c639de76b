import type { ChargingPeriod } from "./period";
import type { ChargingProfile, ChargingSchedule } from "./profile";
import { runsOf } from "./runs";
import type { StationClock } from "./station-clock";
import type { Unknown } from "./unknown";

/** What is looked at: from a moment to another. Moments are milliseconds. */
export interface Window {
  from: number;
  end: number;
  /** Where charging began, and where relative schedules count from. */
  since: number;
  /** The station's own, where it told. */
  clock?: StationClock;
}

/** A stretch of time in which a profile says the same; without a period it cannot be known what it says. */
export interface Span {
  from: number;
  to: number;
  said?: { schedule: ChargingSchedule; period: ChargingPeriod };
  unknown: readonly Unknown[];
}

/** What a profile says within a window, in order. Between them it says nothing. It is cut where it says too much. */
export function spansOf(profile: ChargingProfile, window: Window, most = mostSpans): Span[] {
  const [validFrom, validTo] = [momentOf(profile.validFrom), momentOf(profile.validTo)];
  const from = Math.max(window.from, validFrom ?? window.from);
  const to = Math.min(window.end, validTo ?? window.end);
  const unknown = (...reasons: Unknown[]): Span[] => [{ from: window.from, to: window.end, unknown: reasons }];
  if (Number.isNaN(from) || Number.isNaN(to)) return unknown("time");
  const [schedule, second] = profile.schedules;
  if (!schedule || from >= to) return [];
  if (second) return [{ from, to, unknown: ["choice"] }];
  const runs = runsOf(profile, schedule, { ...window, from, end: to });
  if (typeof runs === "string") return [{ from, to, unknown: [runs] }];

  const periods = inOrder(schedule.periods);
  const spans: Span[] = [];
  for (const run of runs) {
    for (const [index, period] of periods.entries()) {
      const start = run.origin + period.start * 1000;
      const next = periods[index + 1];
      const end = Math.min(to, run.until, next ? run.origin + next.start * 1000 : Number.POSITIVE_INFINITY);
      if (start >= to || start >= run.until) break;
      const span = { from: Math.max(from, start), to: end, said: { schedule, period } };
      if (span.from >= span.to) continue;
      spans.push(...withDelay(span, start));
      if (spans.length >= most) return [...spans, { from: end, to, unknown: ["length"] }];
    }
  }
  return spans;
}

/** A day of minutes is 1,440. */
const mostSpans = 2_000;

/** The period of a profile in force at a moment; undefined when it says nothing then, or nobody knows what. */
export function periodAt(
  profile: ChargingProfile,
  { at, since, clock }: { at: number; since: number; clock?: StationClock },
): { unit: ChargingSchedule["unit"]; period: ChargingPeriod } | undefined {
  const [span] = spansOf(profile, { from: at, end: at + 1, since, clock });
  return span?.said && { unit: span.said.schedule.unit, period: span.said.period };
}

/** Where a period begins by chance a little later, it cannot be known which of the two holds until then. */
function withDelay(span: Omit<Span, "unknown">, start: number): Span[] {
  const certain = start + (span.said?.schedule.delaySeconds ?? 0) * 1000;
  const { from, to } = span;
  return [
    ...(from < certain ? [{ from, to: Math.min(to, certain), unknown: ["delay"] as const }] : []),
    ...(certain < to ? [{ ...span, from: Math.max(from, certain), unknown: [] }] : []),
  ];
}

/** Of two that begin together the later one holds. */
function inOrder(periods: readonly ChargingPeriod[]): readonly ChargingPeriod[] {
  const sorted = periods.toSorted((one, other) => one.start - other.start);
  return sorted.filter(({ start }, index) => start !== sorted[index + 1]?.start);
}

const momentOf = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
