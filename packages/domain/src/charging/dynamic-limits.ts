import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { FactNeeded, Facts } from "../facts";
import type { ReportOf } from "../report";
import type { StationState } from "../station-state";
import type { ChargingPeriod, Rates } from "./period";
import type { ChargingProfile } from "./profile";

/** The limits of a dynamic profile, which are set anew now and then; what is absent stays. */
export interface DynamicLimits extends Rates {
  /** What else was said, as it was said: reactive power. */
  more?: object;
}

/** The profile that is spoken of, as the station holds it. */
export const profileFacts = ({ profile }: { profile: number }, facts: Facts): FactNeeded[] =>
  facts.chargingProfile ? [] : [{ fact: "charging-profile", id: profile }];

/** The station took new limits for a dynamic profile: it is held with them from now on. */
export function decideDynamicLimits(
  state: StationState,
  { limits }: ReportOf<"dynamic-limits">,
  { chargingProfile }: Facts,
  { receivedAt: at }: Circumstances,
): Decision<"dynamic-limits"> {
  const profile = chargingProfile?.found;
  if (!profile) return nothing(state, { type: "acknowledged" });
  const value = withLimits(profile, limits);
  return {
    ...nothing(state, { type: "acknowledged" }),
    changes: { holdings: [{ do: "set", kind: "charging-profile", key: String(profile.id), value, at }] },
    events: [{ event: { type: "holdings.changed", kinds: ["charging-profile"] }, at, receivedAt: at }],
  };
}

/** A station asks what its dynamic profile allows now: what we set last, or nothing where we set none. */
export function decideLimitsAsked(
  state: StationState,
  _report: ReportOf<"dynamic-limits-asked">,
  { chargingProfile }: Facts,
): Decision<"dynamic-limits-asked"> {
  const profile = chargingProfile?.found;
  const period = profile?.kind === "dynamic" ? profile.schedules[0]?.periods[0] : undefined;
  return nothing(state, { type: "dynamic-limits", period });
}

function withLimits(profile: ChargingProfile, { more, ...rates }: DynamicLimits): ChargingProfile {
  const renewed = (period: ChargingPeriod): ChargingPeriod => ({
    ...period,
    ...rates,
    ...((period.more || more) && { more: { ...period.more, ...more } }),
  });
  return {
    ...profile,
    schedules: profile.schedules.map((schedule) => ({ ...schedule, periods: schedule.periods.map(renewed) })),
  };
}
