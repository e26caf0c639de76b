import type { ChargingKind, ChargingProfile, ChargingPurpose } from "@chargehand/domain/charging/profile";
import { Unsupported } from "@chargehand/domain/command";
import { rest } from "../charging/rest";
import { fromSchedule, toMoment, toSchedule } from "../charging/schedule";
import type { Request } from "../messages";
import { keyOf } from "../translate";

export type Profile2 = Request<"2.1", "SetChargingProfile">["chargingProfile"];

const purposes = {
  "station-max": "ChargingStationMaxProfile",
  default: "TxDefaultProfile",
  session: "TxProfile",
  external: "ChargingStationExternalConstraints",
  priority: "PriorityCharging",
  generation: "LocalGeneration",
} as const satisfies Record<ChargingPurpose, Profile2["chargingProfilePurpose"]>;

const kinds = {
  absolute: "Absolute",
  recurring: "Recurring",
  relative: "Relative",
  dynamic: "Dynamic",
} as const satisfies Record<ChargingKind, Profile2["chargingProfileKind"]>;

const recurrences = { daily: "Daily", weekly: "Weekly" } as const;

export const toPurpose = (purpose: Profile2["chargingProfilePurpose"]): ChargingPurpose =>
  keyOf(purposes, purpose) ?? "default";

export const fromPurpose = (purpose: ChargingPurpose) => purposes[purpose];

/** A profile as it was sent, or told, in 2.x. `source`: who set it, where a station says so. */
export function toProfile(evse: number, said: Profile2, source?: string): ChargingProfile {
  const { id, stackLevel, chargingProfilePurpose, chargingProfileKind, recurrencyKind, ...others } = said;
  const { validFrom, validTo, transactionId, chargingSchedule, ...more } = others;
  const recurrence = recurrencyKind && keyOf(recurrences, recurrencyKind);
  return {
    id,
    evse,
    purpose: toPurpose(chargingProfilePurpose),
    stackLevel,
    kind: keyOf(kinds, chargingProfileKind) ?? "absolute",
    ...(recurrence && { recurrence }),
    ...(validFrom !== undefined && { validFrom: toMoment(validFrom) }),
    ...(validTo !== undefined && { validTo: toMoment(validTo) }),
    ...(transactionId !== undefined && { session: transactionId }),
    ...(source !== undefined && { source }),
    schedules: chargingSchedule.map(toSchedule),
    ...rest(more),
  };
}

/** A profile in the words of 2.x. Limits of others are told by the station, never set by us. */
export function fromProfile({
  purpose,
  kind,
  recurrence,
  session,
  schedules,
  more,
  ...said
}: ChargingProfile): Profile2 {
  if (purpose === "external") throw new Unsupported("limits of others are not ours to set");
  if (schedules.length === 0) throw new Unsupported("a profile needs a schedule");
  return {
    ...more,
    id: said.id,
    stackLevel: said.stackLevel,
    chargingProfilePurpose: purposes[purpose],
    chargingProfileKind: kinds[kind],
    recurrencyKind: recurrence && recurrences[recurrence],
    validFrom: said.validFrom,
    validTo: said.validTo,
    transactionId: session,
    chargingSchedule: schedules
      .map((schedule, index) => ({ id: index + 1, ...schedule }))
      .map((schedule) => ({ ...fromSchedule(schedule), id: schedule.id })),
  };
}
