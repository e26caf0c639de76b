import type { ChargingPeriod } from "@chargehand/domain/charging/period";
import type { ChargingProfile, ChargingPurpose } from "@chargehand/domain/charging/profile";
import { Unsupported } from "@chargehand/domain/command";
import { fromSchedule, toMoment, toSchedule } from "../charging/schedule";
import type { Request } from "../messages";
import { keyOf } from "../translate";

type Profile16 = Request<"1.6", "SetChargingProfile">["csChargingProfiles"];

export const purposes = {
  "station-max": "ChargePointMaxProfile",
  default: "TxDefaultProfile",
  session: "TxProfile",
} as const satisfies Partial<Record<ChargingPurpose, Profile16["chargingProfilePurpose"]>>;

const kinds = { absolute: "Absolute", recurring: "Recurring", relative: "Relative" } as const;
const recurrences = { daily: "Daily", weekly: "Weekly" } as const;

/** A profile as it was sent in 1.6. */
export function toProfile(evse: number, said: Profile16): ChargingProfile {
  const { chargingProfileId, transactionId, stackLevel, chargingProfilePurpose, chargingProfileKind } = said;
  const { recurrencyKind, validFrom, validTo, chargingSchedule } = said;
  const recurrence = recurrencyKind && keyOf(recurrences, recurrencyKind);
  return {
    id: chargingProfileId,
    evse,
    purpose: toPurpose(chargingProfilePurpose),
    stackLevel,
    kind: keyOf(kinds, chargingProfileKind) ?? "absolute",
    ...(recurrence && { recurrence }),
    ...(validFrom !== undefined && { validFrom: toMoment(validFrom) }),
    ...(validTo !== undefined && { validTo: toMoment(validTo) }),
    ...(transactionId !== undefined && { session: String(transactionId) }),
    schedules: [toSchedule(chargingSchedule)],
  };
}

export const toPurpose = (purpose: Profile16["chargingProfilePurpose"]): ChargingPurpose =>
  keyOf(purposes, purpose) ?? "default";

/** A purpose in the words of 1.6, which knows three. */
export function fromPurpose(purpose: ChargingPurpose): Profile16["chargingProfilePurpose"] {
  if (purpose === "station-max" || purpose === "default" || purpose === "session") return purposes[purpose];
  throw new Unsupported(`OCPP 1.6 has no profiles of the purpose ${purpose}`);
}

/** A profile in the words of 1.6. */
export function fromProfile({
  id,
  session,
  stackLevel,
  purpose,
  kind,
  recurrence,
  ...said
}: ChargingProfile): Profile16 {
  const [schedule, second] = said.schedules;
  if (!schedule || second) throw new Unsupported("OCPP 1.6 takes profiles of one schedule");
  if (kind === "dynamic") throw new Unsupported("OCPP 1.6 has no dynamic profiles");
  if (session !== undefined && !/^\d{1,10}$/.test(session)) {
    throw new Unsupported("OCPP 1.6 knows its transactions by a whole number only");
  }
  if (schedule.wallStart !== undefined) throw new Unsupported("OCPP 1.6 has no schedules by a station's own time");
  const { id: _id, more: _more, ...plain } = schedule;
  return {
    chargingProfileId: id,
    transactionId: session === undefined ? undefined : Number(session),
    stackLevel,
    chargingProfilePurpose: fromPurpose(purpose),
    chargingProfileKind: kinds[kind],
    recurrencyKind: recurrence && recurrences[recurrence],
    validFrom: said.validFrom,
    validTo: said.validTo,
    chargingSchedule: { ...fromSchedule(plain), chargingSchedulePeriod: schedule.periods.map(toPeriod) },
  };
}

function toPeriod({ start, limit, phases, ...others }: ChargingPeriod) {
  if (limit === undefined) throw new Unsupported("OCPP 1.6 needs a limit in every period");
  const { more: _more, ...rates } = others;
  if (Object.values(rates).some((each) => each !== undefined)) {
    throw new Unsupported("OCPP 1.6 knows one limit for all phases, and nothing that flows back");
  }
  return { startPeriod: start, limit, numberPhases: phases };
}
