import { operationModes } from "@chargehand/domain/charging/period";
import { chargingKinds, chargingPurposes, chargingUnits } from "@chargehand/domain/charging/profile";
import { gridControlTypes } from "@chargehand/domain/grid/control";
import { z } from "zod";

const evse = z.int().min(0).max(10_000);
const rate = z.number().min(0).max(10_000_000);
const seconds = z
  .int()
  .min(0)
  .max(10 * 366 * 86_400);
const time = z.iso.datetime({ offset: true });
const more = z.custom<object>((value) => typeof value === "object" && value !== null && !Array.isArray(value));
const text = z.string().max(255);

/** What flows back is below zero. */
const flow = z.number().min(-10_000_000).max(10_000_000).optional();
const rates = {
  ...{ limit: rate.optional(), limitL2: rate.optional(), limitL3: rate.optional() },
  ...{ discharge: flow, dischargeL2: flow, dischargeL3: flow },
  ...{ setpoint: flow, setpointL2: flow, setpointL3: flow },
};
const phase = z.int().min(1).max(3).optional();

const period = z.object({
  start: seconds,
  ...rates,
  phases: phase,
  phase,
  mode: z.enum(operationModes).optional(),
  more: more.optional(),
});

const schedule = z.object({
  id: z.int().optional(),
  startsAt: time.optional(),
  wallStart: z.iso.datetime({ local: true }).optional(),
  durationSeconds: seconds.optional(),
  delaySeconds: seconds.optional(),
  beyondCharge: z.object({ charge: z.int().min(0).max(100), limit: rate }).optional(),
  unit: z.enum(chargingUnits),
  minimum: rate.optional(),
  periods: z.array(period).min(1).max(1_024),
  more: more.optional(),
});

const purpose = z.enum(chargingPurposes);
const stackLevel = z.int().min(0).max(1_000);

/** What a station can be told about its power, as it comes from a browser. */
export const chargingSchemas = [
  z.object({
    type: z.literal("set-limit"),
    evse,
    session: text.min(1).optional(),
    limit: rate,
    unit: z.enum(chargingUnits),
    phases: z.int().min(1).max(3).optional(),
    until: time.optional(),
    stackLevel: stackLevel.optional(),
  }),
  z.object({
    type: z.literal("set-profile"),
    session: text.min(1).optional(),
    profile: z.object({
      id: z.int(),
      evse,
      purpose,
      stackLevel,
      kind: z.enum(chargingKinds),
      recurrence: z.enum(["daily", "weekly"]).optional(),
      validFrom: time.optional(),
      validTo: time.optional(),
      session: text.optional(),
      schedules: z.array(schedule).min(1).max(3),
      more: more.optional(),
    }),
  }),
  z.object({
    type: z.literal("clear-profiles"),
    profile: z.int().optional(),
    evse: evse.optional(),
    purpose: purpose.optional(),
    stackLevel: stackLevel.optional(),
  }),
  z.object({
    type: z.literal("read-profiles"),
    profile: z.int().optional(),
    evse: evse.optional(),
    purpose: purpose.optional(),
  }),
  z.object({
    type: z.literal("ask-schedule"),
    evse,
    seconds: z
      .int()
      .min(1)
      .max(7 * 86_400),
    unit: z.enum(chargingUnits).optional(),
  }),
  z.object({ type: z.literal("use-priority"), session: text.min(1), active: z.boolean() }),
  z.object({ type: z.literal("set-dynamic-limit"), profile: z.int(), ...rates }),
  z.object({ type: z.literal("send-grid-signal"), signal: z.int(), at: time }),
  z.object({
    type: z.literal("allow-energy-transfer"),
    session: text.min(1),
    modes: z.array(z.string().min(1).max(50)).min(1).max(20),
  }),
] as const;

const control = z.enum(gridControlTypes);
const controlId = z.string().min(1).max(36);

/** What a station can be told about the grid. */
export const gridSchemas = [
  z.object({ type: z.literal("set-grid-control"), id: controlId, control, isDefault: z.boolean(), order: more }),
  z.object({
    type: z.literal("clear-grid-controls"),
    isDefault: z.boolean(),
    control: control.optional(),
    id: controlId.optional(),
  }),
  z.object({
    type: z.literal("read-grid-controls"),
    isDefault: z.boolean().optional(),
    control: control.optional(),
    id: controlId.optional(),
  }),
] as const;

/** What a station that swaps batteries can be told. */
export const batterySchemas = [
  z.object({
    type: z.literal("swap-battery"),
    token: z.object({ value: z.string().trim().min(1, "A swap needs a token.").max(255), kind: z.string().max(40) }),
  }),
] as const;
