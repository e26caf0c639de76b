import { z } from "zod";
import { instant } from "../../dialects/instant";
import type { Profile, Purpose } from "./profile";

const schedule = z.object({
  duration: z.int().optional(),
  startSchedule: instant.optional(),
  chargingRateUnit: z.enum(["A", "W"]),
  chargingSchedulePeriod: z.array(z.object({ startPeriod: z.int(), limit: z.number() })).min(1),
});

/** The purposes that 1.6 knows. */
export const purposes16 = {
  ChargePointMaxProfile: "station-max",
  TxDefaultProfile: "default",
  TxProfile: "transaction",
} as const satisfies Record<string, Purpose>;

const kinds = { Absolute: "absolute", Recurring: "recurring", Relative: "relative" } as const;

/** A charging profile of 1.6, with the transaction it names. */
export const chargingProfile16 = z
  .object({
    chargingProfileId: z.int(),
    transactionId: z.int().optional(),
    stackLevel: z.int(),
    chargingProfilePurpose: z.enum(["ChargePointMaxProfile", "TxDefaultProfile", "TxProfile"]),
    chargingProfileKind: z.enum(["Absolute", "Recurring", "Relative"]),
    recurrencyKind: z.enum(["Daily", "Weekly"]).optional(),
    validFrom: instant.optional(),
    validTo: instant.optional(),
    chargingSchedule: schedule,
  })
  .transform(({ chargingSchedule, transactionId, ...told }): { profile: Profile; transactionId?: number } => ({
    transactionId,
    profile: {
      id: told.chargingProfileId,
      stackLevel: told.stackLevel,
      purpose: purposes16[told.chargingProfilePurpose],
      kind: kinds[told.chargingProfileKind],
      everyMs: told.recurrencyKind && everyMs[told.recurrencyKind],
      validFrom: told.validFrom,
      validTo: told.validTo,
      startsAt: chargingSchedule.startSchedule,
      durationMs: chargingSchedule.duration === undefined ? undefined : chargingSchedule.duration * 1000,
      unit: chargingSchedule.chargingRateUnit,
      periods: chargingSchedule.chargingSchedulePeriod.map(({ limit, startPeriod }) => ({ start: startPeriod, limit })),
      wire: {},
    },
  }));

/** How long each kind of recurrence takes, the same in all versions. */
export const everyMs = { Daily: 86_400_000, Weekly: 7 * 86_400_000 } as const;
