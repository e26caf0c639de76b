import { type CompositeSlice, compositeOf, type Ruler } from "@chargehand/domain/charging/composite";
import type { ChargingProfile, ExternalLimit, ReportedSchedule } from "@chargehand/domain/charging/profile";
import { convertRate } from "@chargehand/domain/charging/rate";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { ConnectorView } from "../connectors/connector-view";

/** A limit from a moment on, in watts; undefined: nothing limits. */
export interface Step {
  at: number;
  watts?: number;
  by?: Ruler;
}

/** What everything that a station holds makes of the coming time at a place, as the protocol combines it. */
export function computedSteps(
  { profiles, limits }: { profiles: readonly ChargingProfile[]; limits: readonly ExternalLimit[] },
  { evse, from, seconds }: { evse: number; from: number; seconds: number },
  { connectors, version }: { connectors: readonly ConnectorView[]; version?: OcppVersion },
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
    ownDefaultHides: version === "1.6",
  }).map(({ start, limit, by }: CompositeSlice) => ({ at: from + start * 1000, watts: limit, by }));
}

/** The station's own answer as steps, as far as it reaches into a span. */
export function reportedSteps(
  { startsAt, durationSeconds, unit, periods }: ReportedSchedule,
  { from, seconds }: { from: number; seconds: number },
): Step[] {
  const start = Date.parse(startsAt);
  const end = Math.min(start + durationSeconds * 1000, from + seconds * 1000);
  const steps = periods.map((period) => ({
    at: start + period.start * 1000,
    watts:
      period.limit === undefined
        ? undefined
        : convertRate(period.limit, { from: unit, to: "W", phases: period.phases }),
  }));
  const now = steps.findLast(({ at }) => at <= from);
  const coming = steps.filter(({ at }) => at > from && at < end);
  const first = now && end > from ? [{ ...now, at: from }] : [];
  // After its end it says nothing.
  return [...first, ...coming, ...(end > from && end < from + seconds * 1000 ? [{ at: end }] : [])];
}

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
