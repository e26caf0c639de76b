import { z } from "zod";
import { instant } from "../../dialects/instant";

/** The kinds this station can do; 2.1 knows more. */
export const supportedTypes: readonly string[] = [
  ...["EnterService", "FixedPFAbsorb", "FixedPFInject", "FixedVar", "FreqDroop", "FreqWatt", "Gradients"],
  ...["HFMustTrip", "HVMustTrip", "LFMustTrip", "LVMustTrip", "LimitMaxDischarge", "VoltVar", "VoltWatt"],
];

const body = z.record(z.string(), z.json()).optional();

/** What every order tells of itself, whatever its kind. */
export const timing = z.object({ priority: z.int(), startTime: instant.optional(), duration: z.number().optional() });

/** An order how to behave towards the grid, as the CSMS sends it. What it holds depends on its kind. */
export const setControl = z.object({
  isDefault: z.boolean(),
  controlId: z.string(),
  controlType: z.string(),
  curve: body,
  enterService: body,
  fixedPFAbsorb: body,
  fixedPFInject: body,
  fixedVar: body,
  freqDroop: body,
  gradient: body,
  limitMaxDischarge: body,
});

export type SetControl = z.infer<typeof setControl>;

export type Field = Exclude<keyof SetControl, "isDefault" | "controlId" | "controlType">;

/** Which field an order of a kind is written in. */
export function fieldOf(controlType: string): Field {
  return fields[controlType] ?? "curve";
}

/** These only ever hold in general, never for a while. */
export function isAlwaysDefault(controlType: string): boolean {
  return controlType === "EnterService" || controlType === "Gradients";
}

const fields: Readonly<Record<string, Field | undefined>> = {
  EnterService: "enterService",
  FixedPFAbsorb: "fixedPFAbsorb",
  FixedPFInject: "fixedPFInject",
  FixedVar: "fixedVar",
  FreqDroop: "freqDroop",
  Gradients: "gradient",
  LimitMaxDischarge: "limitMaxDischarge",
};
