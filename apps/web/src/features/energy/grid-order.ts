import type { GridControlType } from "@chargehand/domain/grid/control";

type PartName =
  | "highVoltage"
  | "lowVoltage"
  | "highFreq"
  | "lowFreq"
  | "delay"
  | "overFreq"
  | "underFreq"
  | "overDroop"
  | "underDroop"
  | "responseTime"
  | "displacement"
  | "excitation"
  | "setpoint"
  | "unit"
  | "gradient"
  | "softGradient"
  | "pctMaxDischargePower"
  | "yUnit"
  | "curveData";

/** A part of an order of the grid, by the name that stations know it by. */
export type OrderField = { name: PartName } & OrderPart;

type OrderPart =
  | { type: "number"; unit?: string; initial: number; min?: number; max?: number; optional?: boolean }
  | { type: "unit"; initial: OrderUnit }
  | { type: "yes-no"; initial: boolean }
  | { type: "points"; x: string; initial: readonly Point[] };

export interface Point {
  x: number;
  y: number;
}

/** What the values of an order are shares of. */
export const orderUnits = [
  "Not_Applicable",
  "PctMaxW",
  "PctMaxVar",
  "PctWAvail",
  "PctVarAvail",
  "PctEffectiveV",
] as const;
type OrderUnit = (typeof orderUnits)[number];

const number = (
  name: PartName,
  initial: number,
  unit?: string,
  range: { min?: number; max?: number } = {},
): OrderField => ({
  ...{ name, type: "number", initial, unit },
  ...range,
});

const fixedPowerFactor = (absorbs: boolean): OrderField[] => [
  number("displacement", 0.95, undefined, { min: 0, max: 1 }),
  { name: "excitation", type: "yes-no", initial: absorbs },
];

const curve = (x: string, unit: OrderUnit, initial: readonly Point[]): OrderField[] => [
  { name: "yUnit", type: "unit", initial: unit },
  { name: "curveData", type: "points", x, initial },
];
const trip = (x: string, at: number) => curve(x, "Not_Applicable", [{ x: at, y: 0.2 }]);

/** Orders that only ever hold in general, never for a while. */
export const alwaysGeneral: ReadonlySet<GridControlType> = new Set(["enter-service", "gradients"]);

/** What an order of each type is made of, beside how important it is and when it holds. */
export const orderFields: { readonly [T in GridControlType]: readonly OrderField[] } = {
  "enter-service": [
    number("highVoltage", 253, "V"),
    number("lowVoltage", 207, "V"),
    number("highFreq", 50.2, "Hz"),
    number("lowFreq", 49.8, "Hz"),
    { name: "delay", type: "number", unit: "s", initial: Number.NaN, min: 0, optional: true },
  ],
  "freq-droop": [
    number("overFreq", 50.2, "Hz"),
    number("underFreq", 49.8, "Hz"),
    number("overDroop", 0.05),
    number("underDroop", 0.05),
    number("responseTime", 5, "s", { min: 0 }),
  ],
  "fixed-pf-absorb": fixedPowerFactor(true),
  "fixed-pf-inject": fixedPowerFactor(false),
  "fixed-var": [
    number("setpoint", 0, "%", { min: -100, max: 100 }),
    { name: "unit", type: "unit", initial: "PctMaxVar" },
  ],
  gradients: [number("gradient", 1, "s", { min: 0 }), number("softGradient", 1, "s", { min: 0 })],
  "limit-max-discharge": [number("pctMaxDischargePower", 50, "%", { min: 0, max: 100 })],
  "freq-watt": curve("Hz", "PctMaxW", [
    { x: 50.2, y: 100 },
    { x: 51.5, y: 0 },
  ]),
  "hf-must-trip": trip("Hz", 51.5),
  "hf-may-trip": trip("Hz", 51.5),
  "lf-must-trip": trip("Hz", 47.5),
  "hv-must-trip": trip("V", 264),
  "hv-mom-cess": trip("V", 264),
  "hv-may-trip": trip("V", 264),
  "lv-must-trip": trip("V", 184),
  "lv-mom-cess": trip("V", 184),
  "lv-may-trip": trip("V", 184),
  "power-monitoring-must-trip": trip("W", 11_000),
  "volt-var": curve("V", "PctMaxVar", [
    { x: 207, y: 44 },
    { x: 253, y: -44 },
  ]),
  "volt-watt": curve("V", "PctMaxW", [
    { x: 253, y: 100 },
    { x: 259, y: 20 },
  ]),
  "watt-pf": curve("%", "PctMaxW", [
    { x: 50, y: 1 },
    { x: 100, y: 0.95 },
  ]),
  "watt-var": curve("%", "PctMaxVar", [
    { x: 50, y: 0 },
    { x: 100, y: -44 },
  ]),
};

export type OrderValue = number | string | boolean | readonly Point[];

/** What is filled in at first. */
export const initialOrder = (type: GridControlType): Record<string, OrderValue> =>
  Object.fromEntries(orderFields[type].map(({ name, initial }) => [name, initial]));

/** The order in the station's own words, once all of it is said; it holds in general, or for so long from now on. */
export function orderOf(
  type: GridControlType,
  values: Readonly<Record<string, OrderValue>>,
  { priority, hours, now }: { priority: number; hours?: number; now: Date },
): object | undefined {
  const fields = orderFields[type].filter(
    (field) => !(field.type === "number" && field.optional && isEmpty(values[field.name])),
  );
  if (!Number.isInteger(priority) || fields.some(({ name }) => isEmpty(values[name]))) return undefined;
  if (hours !== undefined && !(hours > 0)) return undefined;
  return {
    priority,
    ...Object.fromEntries(fields.map(({ name }) => [name, values[name]])),
    ...(hours !== undefined && { startTime: now.toISOString(), duration: Math.round(hours * 3600) }),
  };
}

function isEmpty(value: OrderValue | undefined): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object") return value === undefined;
  return value.length === 0 || value.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y));
}
