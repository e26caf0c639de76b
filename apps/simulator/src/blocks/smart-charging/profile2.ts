import { z } from "zod";
import type { Period, Profile, Purpose } from "./profile";
import { everyMs } from "./profile16";

const limits = {
  limit: z.number().optional(),
  limit_L2: z.number().optional(),
  limit_L3: z.number().optional(),
  setpoint: z.number().optional(),
  setpoint_L2: z.number().optional(),
  setpoint_L3: z.number().optional(),
};

/** What a dynamic schedule is set to. */
export const scheduleUpdate = z.object(limits);

const curvePoint = z.object({ signal: z.number(), power: z.number() });
const period = z.object({ startPeriod: z.int(), ...limits, v2xSignalWattCurve: z.array(curvePoint).optional() });
const date = z.iso.datetime({ offset: true });

const schedule = z.object({
  startSchedule: date.optional(),
  duration: z.int().optional(),
  chargingRateUnit: z.enum(["A", "W"]),
  chargingSchedulePeriod: z.array(period).min(1),
});

/** The purposes a CSMS may set in 2.x; the limits of others are not its to set. */
export const purposes2 = {
  ChargingStationMaxProfile: "station-max",
  LocalGeneration: "local-generation",
  PriorityCharging: "priority",
  TxDefaultProfile: "default",
  TxProfile: "transaction",
} as const satisfies Record<string, Purpose>;

const kinds = {
  Absolute: "absolute",
  Recurring: "recurring",
  Relative: "relative",
  Dynamic: "dynamic",
} as const satisfies Record<string, Profile["kind"]>;

export const purpose2 = z.enum([
  "ChargingStationExternalConstraints",
  "ChargingStationMaxProfile",
  "LocalGeneration",
  "PriorityCharging",
  "TxDefaultProfile",
  "TxProfile",
]);

/** A charging profile of 2.x, with everything else that it said: it is reported as it came. */
export const chargingProfile2 = z
  .object({
    id: z.int(),
    stackLevel: z.int(),
    chargingProfilePurpose: purpose2,
    chargingProfileKind: z.enum(["Absolute", "Recurring", "Relative", "Dynamic"]),
    recurrencyKind: z.enum(["Daily", "Weekly"]).optional(),
    validFrom: date.optional(),
    validTo: date.optional(),
    transactionId: z.string().optional(),
    dynUpdateInterval: z.int().optional(),
    chargingSchedule: z.array(schedule).min(1).max(3),
  })
  .and(z.record(z.string(), z.json()));

export type ChargingProfile2 = z.infer<typeof chargingProfile2>;

/** Undefined for the one purpose that is not the CSMS's to set. */
export function profileOf2(wire: ChargingProfile2, now: number): Profile | undefined {
  const { chargingProfileKind, chargingProfilePurpose, chargingSchedule, recurrencyKind } = wire;
  const [first] = chargingSchedule;
  if (!first || chargingProfilePurpose === "ChargingStationExternalConstraints") return undefined;
  const kind = kinds[chargingProfileKind];
  const { duration, startSchedule } = first;
  return {
    id: wire.id,
    stackLevel: wire.stackLevel,
    purpose: purposes2[chargingProfilePurpose],
    kind,
    everyMs: recurrencyKind && everyMs[recurrencyKind],
    validFrom: momentOf(wire.validFrom),
    validTo: momentOf(wire.validTo),
    startsAt: kind === "dynamic" ? (momentOf(startSchedule) ?? now) : momentOf(startSchedule),
    durationMs: duration === undefined ? undefined : duration * 1000,
    unit: first.chargingRateUnit,
    periods: first.chargingSchedulePeriod.map(
      ({ startPeriod, v2xSignalWattCurve, ...told }): Period => ({
        start: startPeriod,
        limit: limitOf(told, first.chargingRateUnit),
        ...(v2xSignalWattCurve && {
          curve: v2xSignalWattCurve.map(({ power, signal }) => ({ signal, watts: power })),
        }),
      }),
    ),
    wire,
  };
}

/** A limit, or a set-point in its place: this station gives energy, and never takes it from a car. */
export function limitOf(told: z.infer<typeof scheduleUpdate>, unit: "A" | "W"): number | undefined {
  const { limit, limit_L2, limit_L3, setpoint, setpoint_L2, setpoint_L3 } = told;
  const limits = [limit, limit_L2, limit_L3].filter((value) => value !== undefined);
  const setpoints = [setpoint, setpoint_L2, setpoint_L3].filter((value) => value !== undefined);
  const given = limits.length > 0 ? limits : setpoints;
  if (given.length === 0) return undefined;
  const one = unit === "A" ? Math.min(...given) : given.reduce((sum, value) => sum + value, 0);
  return Math.max(0, one);
}

function momentOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}
