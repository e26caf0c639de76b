import type { ChargingPeriod } from "./period";
import type { ChargingUnit } from "./profile";
import { convertRate, phasesOf, type Supply } from "./rate";
import type { Unknown } from "./unknown";

/** A rate in one unit: in all, and of each phase. Infinite is what is not limited. */
export interface Amount {
  /** Counts in watts alone: amperes are of each phase. */
  total: number;
  each: Phases;
}
export type Phases = readonly [first: number, second: number, third: number];

export type RateName = "limit" | "discharge" | "setpoint";

/** A rate that a period names, in another unit: undefined where it names none, a reason where it is unknown. */
export function amountOf(
  period: ChargingPeriod,
  name: RateName,
  { from, to, supply }: { from: ChargingUnit; to: ChargingUnit; supply: Supply },
): Amount | Unknown | undefined {
  const plain = period[name];
  const [second, third] = [period[`${name}L2`], period[`${name}L3`]];
  if (plain === undefined && second === undefined && third === undefined) return undefined;
  const { volts } = supply;
  const isEach = second !== undefined || third !== undefined;
  // Of what each phase may, those that are not there add nothing.
  const phases = isEach ? (supply.phases ?? 3) : phasesOf(period.phases, supply.phases);
  const each = isEach ? ([plain, second, third] as const) : ([plain, plain, plain] as const);
  if (each.some((rate) => rate === undefined)) return "phases";

  // One phase at a time: amperes stay what they are, and watts are of that phase alone.
  if (isEach || from === "A") {
    const rates = toPhases(period, (phase) => convertRate(each[phase] ?? 0, { from, to, volts, phases: 1 }));
    if (!rates) return "volts";
    if (to === "A") return { total: Number.POSITIVE_INFINITY, each: rates };
    if (phases === undefined) return "phases";
    return { total: sum(rates, period.phase ? 1 : phases, period.phase), each: rates };
  }
  const total = plain ?? 0;
  // In all: any phase may carry it, but none that is not meant.
  if (to === "W") return { total, each: period.phase ? (toPhases(period, () => total) ?? unlimited) : unlimited };
  if (phases === undefined) return "phases";
  const onEach = convertRate(total, { from, to, volts, phases });
  if (onEach === undefined) return "volts";
  return { total: Number.POSITIVE_INFINITY, each: toPhases(period, () => onEach) ?? unlimited };
}

const infinite = Number.POSITIVE_INFINITY;
export const unlimited: Phases = [infinite, infinite, infinite];

/** What is to be on one phase is on no other. */
function toPhases({ phase }: ChargingPeriod, rateOf: (index: 0 | 1 | 2) => number | undefined): Phases | undefined {
  const [first, second, third] = [rateOf(0), rateOf(1), rateOf(2)];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const on = (number: number, rate: number) => (phase === undefined || phase === number ? rate : 0);
  return [on(1, first), on(2, second), on(3, third)];
}

/** Of so many phases, where one is named of that one. */
const sum = (rates: Phases, phases: number, only?: number) =>
  only === undefined ? rates.slice(0, phases).reduce((all, rate) => all + rate, 0) : (rates[only - 1] ?? 0);
