import { type CompositeSlice, compositeOf } from "@chargehand/domain/charging/composite";
import type { Ruler } from "@chargehand/domain/charging/leader";
import type { ChargingProfile, ExternalLimit, ReportedSchedule } from "@chargehand/domain/charging/profile";
import { convertRate, phasesOf, type Supply } from "@chargehand/domain/charging/rate";
import type { StationClock } from "@chargehand/domain/charging/station-clock";
import type { Unknown } from "@chargehand/domain/charging/unknown";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { ConnectorView } from "../connectors/connector-view";

/** A limit from a moment on, in watts; undefined: nothing limits, or as much is unknown. */
export interface Step {
  at: number;
  watts?: number;
  /** What may flow back, and what is to be followed. */
  discharge?: number;
  setpoint?: number;
  by?: Ruler;
  /** Why it cannot be computed: what holds may be lower than what is said. */
  unknown?: readonly Unknown[];
}

/** What is known of a place's current, and of the station's clock. */
export interface Told {
  supply?: Supply;
  clock?: StationClock;
}

/** What everything that a station holds makes of the coming time at a place, as the protocol combines it. */
export function computedSteps(
  { profiles, limits }: { profiles: readonly ChargingProfile[]; limits: readonly ExternalLimit[] },
  { evse, from, seconds }: { evse: number; from: number; seconds: number },
  {
    connectors,
    version,
    priority,
    told,
  }: { connectors: readonly ConnectorView[]; version?: OcppVersion; priority?: boolean; told?: Told },
): Step[] {
  const running = connectors.find((connector) => connector.evse === evse && connector.session)?.session;
  // A session's own profile goes with it, so whatever is there is that of the one that runs.
  const session = running && profiles.find((each) => each.purpose === "session" && each.evse === evse)?.session;
  return compositeOf(profiles, limits, {
    evse,
    from: new Date(from),
    seconds,
    unit: "W",
    chargingSince: running?.startedAt,
    session,
    priority,
    ...told,
    ownDefaultHides: version === "1.6",
  }).map(({ start, limit, discharge, setpoint, by, unknown }: CompositeSlice) => ({
    at: from + start * 1000,
    watts: limit,
    discharge,
    setpoint,
    by,
    unknown,
  }));
}

/** The station's own answer as steps, as far as it reaches into a span. */
export function reportedSteps(
  { startsAt, durationSeconds, unit, periods }: ReportedSchedule,
  { from, seconds }: { from: number; seconds: number },
  { volts, phases: there }: Supply = {},
): Step[] {
  const start = Date.parse(startsAt);
  const end = Math.min(start + durationSeconds * 1000, from + seconds * 1000);
  const steps = periods.slice(0, mostSteps).map(({ start: after, limit, phases: named }): Step => {
    const at = start + after * 1000;
    if (limit === undefined) return { at };
    const watts = convertRate(limit, { from: unit, to: "W", volts, phases: phasesOf(named, there) });
    return watts === undefined ? { at, unknown: [volts ? "phases" : "volts"] } : { at, watts };
  });
  const now = steps.findLast(({ at }) => at <= from);
  const coming = steps.filter(({ at }) => at > from && at < end);
  const first = now && end > from ? [{ ...now, at: from }] : [];
  // After its end it says nothing.
  return [...first, ...coming, ...(end > from && end < from + seconds * 1000 ? [{ at: end }] : [])];
}

/** A line of more steps than a screen has points shows nothing more. */
const mostSteps = 2_000;

/** The stack level at which a limit rules over the profiles that are held for the same; our own gives way by its number. */
export function levelAbove(
  profiles: readonly ChargingProfile[],
  { id, evse, purpose }: Pick<ChargingProfile, "id" | "evse" | "purpose">,
): number {
  const rivals = profiles.filter(
    (profile) =>
      profile.id !== id &&
      profile.purpose === purpose &&
      (profile.evse === evse || (purpose === "default" && (profile.evse === 0 || evse === 0))),
  );
  return rivals.reduce((level, { stackLevel }) => Math.max(level, stackLevel + 1), 0);
}
