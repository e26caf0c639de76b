import type { ChargingProfile, ChargingPurpose } from "@chargehand/domain/charging/profile";
import type { Clearing, HoldingChange } from "@chargehand/domain/holding";

/** Which profiles are meant; what is left out does not matter. */
export interface ProfileSelection {
  id?: number;
  evse?: number;
  purpose?: ChargingPurpose;
  stackLevel?: number;
}

/**
 * What a station holds after it took a profile: the one with its number goes by itself, and `inPlace` also the one of
 * its purpose and stack level at its place.
 */
export function profileTaken(profile: ChargingProfile, { inPlace }: { inPlace: boolean }): HoldingChange[] {
  const { purpose, stackLevel, evse } = profile;
  const rival: Clearing = { do: "clear", kind: "charging-profile", matching: { purpose, stackLevel, evse } };
  return [
    ...(inPlace ? [rival] : []),
    { do: "set", kind: "charging-profile", key: String(profile.id), value: profile },
  ];
}

/** What a station holds no longer after it cleared; limits of others are never ours to clear. */
export function profilesCleared({ id, evse, purpose, stackLevel }: ProfileSelection): Clearing[] {
  if (id !== undefined) return [{ do: "clear", kind: "charging-profile", key: String(id) }];
  const purposes = purpose ? [purpose] : clearable;
  return purposes.map((each) => ({
    do: "clear",
    kind: "charging-profile",
    matching: { purpose: each, ...(evse !== undefined && { evse }), ...(stackLevel !== undefined && { stackLevel }) },
  }));
}

const clearable = [
  "station-max",
  "default",
  "session",
  "priority",
  "generation",
] as const satisfies readonly ChargingPurpose[];
