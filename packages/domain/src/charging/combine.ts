import { type Amount, amountOf, type Phases, type RateName, unlimited } from "./amount";
import type { CompositeQuestion, CompositeSlice } from "./composite";
import { type Leading, leader, leadingOf, type Ruler, type Speaker } from "./leader";
import type { OperationMode } from "./period";
import type { ChargingPurpose } from "./profile";
import { reasonsOf, type Unknown } from "./unknown";

/** The lowest of what each purpose says; a gap in all of them is no limit. */
export function combine(speakers: readonly Speaker[], question: CompositeQuestion): Omit<CompositeSlice, "start"> {
  const of = (purpose: ChargingPurpose) => speakers.filter(({ profile }) => profile.purpose === purpose);
  const leads = (purpose: ChargingPurpose) =>
    leader(of(purpose), { evse: question.evse, ownHides: purpose === "default" && question.ownDefaultHides });

  const own = (question.priority ? leads("priority") : undefined) ?? leads("session") ?? leads("default");
  // Profiles of others are stacked like ours; what others merely tell holds beside each other.
  const [profiles, told] = [of("external").filter(isHeld), of("external").filter((each) => !isHeld(each))];
  const external = [leader(profiles, { evse: question.evse }), ...told.map(leadingOf)];
  const grid = [leads("station-max"), ...external].filter((each) => each !== undefined);
  const all = [...(own ? [own] : []), ...grid];

  const made = leads("generation");
  const bounds = [
    ...(own ? [boundOf(own, question)] : []),
    // What is made on the spot comes on top of what the grid allows (K27).
    ...grid.map((each) => onTop(boundOf(each, question), made && boundOf(made, question))),
  ];
  const wanted = new Set(periodsOf(all).flatMap(({ phase }) => phase ?? []));
  const flow = flowing(all, question);
  const unknown = reasonsOf(...bounds.map((each) => each.unknown), wanted.size > 1 ? ["phase"] : [], flow.unknown);
  return { ...lowest(bounds, all, question), ...flow.facts, ...(unknown.length > 0 && { unknown }) };
}

const isHeld = ({ profile }: Speaker) => profile.by.profile !== undefined;

interface Bound {
  by: Ruler;
  /** Undefined: it limits nothing, or as much is not known. */
  amount?: Amount;
  unknown: readonly Unknown[];
}

/** How much somebody allows. */
function boundOf(leading: Leading, { unit, supply = {} }: CompositeQuestion): Bound {
  const { by } = leading;
  if (leading.unknown) return { by, unknown: leading.unknown };
  const { period, schedule } = leading;
  const beyond: readonly Unknown[] = schedule.beyondCharge ? ["charge"] : [];
  if (period.mode === "idle") return { by, amount: nothing, unknown: [] };
  const amount = amountOf(period, "limit", { from: schedule.unit, to: unit, supply });
  if (typeof amount === "string") return { by, unknown: [amount, ...beyond] };
  return { by, amount, unknown: beyond };
}

const nothing: Amount = { total: 0, each: [0, 0, 0] };

/** Where it cannot be known how much is made, it cannot be known how much is allowed. */
function onTop(bound: Bound, made: Bound | undefined): Bound {
  if (!made || !bound.amount) return bound;
  if (!made.amount) return { by: bound.by, unknown: [...bound.unknown, ...made.unknown] };
  const { total, each } = made.amount;
  const unknown = reasonsOf(bound.unknown, made.unknown);
  const isSpread = each.every(Number.isFinite) || !bound.amount.each.every(Number.isFinite);
  return {
    by: bound.by,
    amount: {
      total: bound.amount.total + total,
      each: plus(bound.amount.each, isSpread ? each : [total, total, total]),
    },
    unknown: isSpread ? unknown : reasonsOf(unknown, ["phases"]),
  };
}

function lowest(
  bounds: readonly Bound[],
  leading: readonly Leading[],
  { unit, supply }: CompositeQuestion,
): Omit<CompositeSlice, "start"> {
  const said = periodsOf(leading);
  const phases = said.flatMap((each) => each.phases ?? []);
  const fewest = phases.length > 0 ? { phases: Math.min(...phases) } : {};
  const known = bounds.flatMap(({ by, amount }) => (amount ? [{ by, amount }] : []));
  const [first, ...others] = known;
  if (!first) return fewest;
  const least = others.reduce((one, other) => (most(other.amount, unit) < most(one.amount, unit) ? other : one), first);
  const each = known.reduce((all, { amount }) => lower(all, amount.each), unlimited);
  // Phases of different bounds may allow less together than any of the bounds does.
  const together = sumOfHighest(each, Math.min(3, supply?.phases ?? 3, ...phases));
  const limit = unit === "W" ? Math.min(...known.map(({ amount }) => amount.total), together) : Math.max(...each);
  const differ = new Set(each).size > 1;
  return {
    limit: rounded(limit),
    ...(differ && { each: [rounded(each[0]), rounded(each[1]), rounded(each[2])] as const }),
    by: least.by,
    ...fewest,
  };
}

/** What is to be followed, and what may be given back; undefined where it is unknown. */
function flowing(
  leading: readonly Leading[],
  { unit, supply = {} }: CompositeQuestion,
): { facts: Pick<CompositeSlice, "discharge" | "setpoint">; unknown: readonly Unknown[] } {
  const rates = (name: RateName) =>
    leading.flatMap((each): (number | Unknown)[] => {
      if (each.unknown) return [];
      const amount = amountOf(each.period, name, { from: each.schedule.unit, to: unit, supply });
      if (amount === undefined || typeof amount === "string") return amount === undefined ? [] : [amount];
      return [unit === "W" ? amount.total : strongest(amount.each)];
    });
  const [discharges, setpoints] = [rates("discharge"), rates("setpoint")];
  const reasons = [...discharges, ...setpoints].filter((each) => !isNumber(each));
  const [back, [setpoint, second]] = [discharges.filter(isNumber), setpoints.filter(isNumber)];
  return {
    facts: {
      ...(back.length > 0 && { discharge: rounded(Math.max(...back)) }),
      ...(setpoint !== undefined && second === undefined && { setpoint: rounded(setpoint) }),
    },
    unknown: [
      ...reasons,
      ...(second === undefined ? [] : ["choice" as const]),
      ...(periodsOf(leading).some(({ mode }) => mode !== undefined && byOthers.has(mode)) ? ["mode" as const] : []),
    ],
  };
}

/** In these somebody else, or the grid itself, says how much flows. */
const byOthers: ReadonlySet<OperationMode> = new Set([
  "external-setpoint",
  "external-limits",
  "central-frequency",
  "local-frequency",
  "local-load-balancing",
]);

const periodsOf = (leading: readonly Leading[]) => leading.flatMap((each) => (each.unknown ? [] : [each.period]));
const isNumber = (each: number | Unknown): each is number => typeof each === "number";
const most = ({ total, each }: Amount, unit: CompositeQuestion["unit"]) => (unit === "W" ? total : Math.max(...each));
const strongest = (each: Phases) => each.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one));
const plus = (one: Phases, other: Phases): Phases => [one[0] + other[0], one[1] + other[1], one[2] + other[2]];
const lower = (one: Phases, other: Phases): Phases => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.min(one[2], other[2]),
];
const sumOfHighest = (each: Phases, count: number) =>
  each
    .toSorted((one, other) => other - one)
    .slice(0, count)
    .reduce((all, rate) => all + rate, 0);
const rounded = (limit: number) => Math.round(limit * 10) / 10;
