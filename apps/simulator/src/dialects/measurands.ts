import type { Reading } from "../physics/bay";

/** One measured value, before a version gives it its shape. */
export type Measured = { measurand: string; value: number; unit: string; phase?: string };

/** The values behind the names a station was told to report; names it cannot measure give nothing. */
export function measure(reading: Reading, measurands: string[]): Measured[] {
  return measurands.flatMap((measurand) => {
    const values = meters[measurand]?.(reading) ?? [];
    return values.map((value) => ({ measurand, ...value }));
  });
}

/** What this station measures, in the names that 1.6 and 2.x share. */
const meters: Record<string, ((reading: Reading) => Omit<Measured, "measurand">[]) | undefined> = {
  "Energy.Active.Import.Register": ({ wh }) => [{ value: Math.floor(wh), unit: "Wh" }],
  "Power.Active.Import": ({ flow }) => [{ value: rounded(flow.watts, 1), unit: "W" }],
  "Power.Offered": ({ offeredWatts }) => [{ value: rounded(offeredWatts, 1), unit: "W" }],
  "Current.Import": ({ flow }) =>
    flow.phases.map(({ amps }, index) => ({
      value: rounded(amps, 2),
      unit: "A",
      ...named(flow.phases.length, index, ""),
    })),
  Voltage: ({ flow }) =>
    flow.phases.map(({ volts }, index) => ({
      value: rounded(volts, 1),
      unit: "V",
      ...named(flow.phases.length, index, "-N"),
    })),
  SoC: ({ chargePercent }) =>
    chargePercent === undefined ? [] : [{ value: rounded(chargePercent, 0), unit: "Percent" }],
};

export const measurable: readonly string[] = Object.keys(meters);

/** Direct current and a single phase need no name. */
function named(phases: number, index: number, suffix: string): { phase?: string } {
  return phases > 1 ? { phase: `L${index + 1}${suffix}` } : {};
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
