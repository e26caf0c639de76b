import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import type { ProofPlan } from "@chargehand/domain/proof";

/** A limit that was taken is proven when the station's own schedule stays within it: it is asked for that. */
export function byOwnSchedule(profile: ChargingProfile): ProofPlan | undefined {
  const { purpose, schedules } = profile;
  if (purpose === "generation" || purpose === "priority") return undefined;
  if (!schedules.some(({ periods }) => periods.some(({ limit }) => limit !== undefined))) return undefined;
  // A default of all evses shows at each of them; the schedule of the whole station is their sum.
  const evse = purpose === "default" && profile.evse === 0 ? 1 : profile.evse;
  return {
    watch: { for: "limit", profile, evse },
    deadlineSeconds: 60,
    probe: { type: "ask-schedule", evse, seconds: horizonSeconds, unit: schedules[0]?.unit },
  };
}

/** A day: what begins later cannot be seen yet. */
const horizonSeconds = 86_400;
