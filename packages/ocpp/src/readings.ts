import type { Measurement, Reading } from "@chargehand/domain/reading";

/** One measured value as a station said it, whatever its version. What is absent was not said. */
export interface Sample {
  measurand?: string;
  /** A number, or what stood in its place. */
  value: number | string;
  unit?: string;
  phase?: string;
  location?: string;
  context?: string;
  signed?: Record<string, string>;
}

/**
 * Gathers what was measured at one moment: the values that matter to everybody in base units, everything else as it
 * was said. A value that cannot be understood is kept and noted, never guessed.
 */
export function toReading(at: Date, samples: readonly Sample[], note: (text: string) => void): Reading {
  const reading: Reading = { at };
  const rest: Measurement[] = [];
  for (const sample of [...samples].sort(outletFirst)) {
    const column = columns.get(sample.measurand ?? usualMeasurand);
    const value = column && !sample.phase ? inBaseUnit(sample, column.units) : undefined;
    if (column && !sample.phase && value === undefined && !sample.signed) note(notUnderstood(sample));
    if (!column || value === undefined || reading[column.name] !== undefined) rest.push(toMeasurement(sample));
    else {
      reading[column.name] = value;
      if (sample.signed) rest.push(toMeasurement(sample));
    }
  }
  // Power adds up over the phases; registers do not (they may or may not include each other).
  reading.powerW ??= sumOfPhases(samples);
  if (rest.length > 0) reading.rest = rest;
  return reading;
}

interface Column {
  name: "energyWh" | "powerW" | "stateOfCharge" | "offeredW";
  units: Readonly<Record<string, number>>;
}

// A sample that names no measurand is the import register, in every version.
const usualMeasurand = "Energy.Active.Import.Register";

const energyUnits = { Wh: 1, kWh: 1e3, MWh: 1e6, "": 1 };
const powerUnits = { W: 1, kW: 1e3, MW: 1e6, "": 1 };

const columns: ReadonlyMap<string, Column> = new Map([
  [usualMeasurand, { name: "energyWh", units: energyUnits }],
  ["Power.Active.Import", { name: "powerW", units: powerUnits }],
  ["Power.Offered", { name: "offeredW", units: powerUnits }],
  ["SoC", { name: "stateOfCharge", units: { Percent: 1, "%": 1, Percentage: 1, "": 1 } }],
]);

// Where the same thing is measured twice, the outlet (the usual place, if none is said) goes before the others.
function outletFirst(one: Sample, other: Sample): number {
  return Number(isElsewhere(one)) - Number(isElsewhere(other));
}

function isElsewhere({ location }: Sample): boolean {
  return location !== undefined && location !== "Outlet";
}

function inBaseUnit({ value, unit = "", signed }: Sample, units: Readonly<Record<string, number>>): number | undefined {
  // A signed text is a blob, even where it looks like a number; 2.x says the number beside it.
  if (signed && typeof value === "string") return undefined;
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  // Number("") is 0, and an empty text is no measurement.
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (factor === undefined || !Number.isFinite(number)) return undefined;
  // 32.3 kWh are 32,300 Wh, not 32,299.999999999996.
  return Math.round(number * factor * 1e6) / 1e6;
}

function sumOfPhases(samples: readonly Sample[]): number | undefined {
  const phases = new Map<string, number>();
  for (const sample of samples) {
    const phase = sample.phase?.replace("-N", "");
    if (sample.measurand !== "Power.Active.Import" || !phase || !/^L[123]$/.test(phase)) continue;
    const watts = inBaseUnit(sample, powerUnits);
    if (watts !== undefined && !phases.has(phase)) phases.set(phase, watts);
  }
  return phases.size === 0 ? undefined : [...phases.values()].reduce((sum, watts) => sum + watts, 0);
}

function toMeasurement({ measurand = usualMeasurand, ...said }: Sample): Measurement {
  return { measurand, ...said };
}

function notUnderstood({ measurand = usualMeasurand, value, unit }: Sample): string {
  const said = typeof value === "number" ? value : JSON.stringify(value.slice(0, 40));
  return `${measurand} of ${said}${unit ? ` ${unit.slice(0, 20)}` : ""} not understood: kept, not counted`;
}
