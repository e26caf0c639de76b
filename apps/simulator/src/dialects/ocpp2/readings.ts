import type { Reading } from "../../physics/bay";
import { measure } from "../measurands";

export type Context = "Sample.Periodic" | "Sample.Clock" | "Transaction.Begin" | "Transaction.End" | "Trigger";

/** A reading as 2.x writes it: values are numbers, units stand apart. */
export function meterValue(at: number, reading: Reading, measurands: string[], context: Context) {
  const measured = measure(reading, measurands);
  const told = measured.length > 0 ? measured : measure(reading, ["Energy.Active.Import.Register"]);
  return {
    timestamp: new Date(at).toISOString(),
    sampledValue: told.map(({ value, unit, ...rest }) => ({ value, context, ...rest, unitOfMeasure: { unit } })),
  };
}
