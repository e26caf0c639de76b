import { line, rounded } from "../print";

/** What is wanted, and what it must not exceed, in the unit of what is measured. */
interface Goal {
  target: number;
  limit: number;
  unit: "ms" | "kB" | "";
}

const ms = (target: number, limit: number): Goal => ({ target, limit, unit: "ms" });
const kB = (target: number, limit: number): Goal => ({ target, limit, unit: "kB" });

/** What the console owes the people in front of it. */
export const goals = {
  "interaction to next paint, p75": ms(80, 200),
  "interaction to next paint, p98": ms(200, 350),
  "largest paint of the list, warm": ms(600, 1_800),
  "largest paint of the list, cold": ms(1_200, 1_800),
  "layout shift in live use": { target: 0.02, limit: 0.05, unit: "" },
  "an event's row to its pixel, p50": ms(150, 1_000),
  "an event's row to its pixel, p95": ms(500, 2_000),
  "click to the command shown, p95": ms(100, 200),
  "a frame while scrolling, p95": ms(33, 80),
  "a frame while scrolling, p99": ms(33, 80),
  "filter to first result, p95": ms(200, 400),
  "palette to its result, p95": ms(100, 250),
  "live again after an outage": ms(3_000, 5_000),
  "first-load script, shell": kB(170, 200),
  "first-load script, list": kB(220, 260),
  "first-load script, station": kB(250, 300),
  "script that the map adds": kB(310, 330),
} satisfies Record<string, Goal>;

/** Says what was measured, what was wanted, and whether that is so. */
export function judge(what: keyof typeof goals, measured: number | undefined) {
  const { target, limit, unit }: Goal = goals[what];
  const digits = unit === "" ? 4 : 0;
  const told = (value: number, places = digits) => `${rounded(value, places)} ${unit}`.trim();
  const aims = `target ${told(target, unit === "" ? 2 : 0)}, limit ${told(limit, unit === "" ? 2 : 0)}`;
  if (measured === undefined || Number.isNaN(measured)) return line(what, `nothing measured (${aims})`);
  const verdict = measured <= target ? "within" : measured <= limit ? "misses its target" : "misses, over its limit";
  line(what, `${told(measured).padEnd(10)} ${aims}: ${verdict}`);
}

/** The value below which that part of all values lies. */
export function quantile(values: readonly number[], part: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
