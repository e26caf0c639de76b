import type { Random } from "@chargehand/simulator/random";
import type { Recording, Told } from "./record";

/** What happens while a backlog comes in: a message, or a restart of the gateway. */
export type Step = Told | "restart";

/** Some neighbouring sessions of a station, told as badly as stations, lines and gateways can. */
export interface Backlog {
  steps: Step[];
  transactions: number[];
}

/** Draws sessions from a recording, and reorders, repeats and cuts what was said of them, with restarts between. */
export function scramble({ told, ledger, version }: Recording, random: Random): Backlog {
  const count = random.integer(1, 3);
  const first = random.integer(0, ledger.length - count);
  const transactions = ledger.slice(first, first + count).map(({ transaction }) => transaction);
  let steps: Told[] = told.filter(({ transaction }) => transactions.includes(transaction));

  const cut = random.pick(0, 0, 0.1, 0.4);
  steps = steps.filter(() => !random.chance(cut));
  const distance = random.pick(0, 2, 6, 1000);
  steps = reorder(steps, distance, random);
  const repeated = random.pick(0, 0.2, 0.6);
  steps = steps.flatMap((step) => (random.chance(repeated) ? [step, step] : [step]));
  if (repeated > 0) steps = reorder(steps, random.pick(0, distance), random);
  if (version !== "1.6" && random.chance(0.5)) {
    steps = steps.map((step) => ({ ...step, payload: { ...step.payload, offline: true } }));
  }
  // Some stations leave out the meter's register at the start, or at the end.
  if (version !== "1.6") {
    for (const phase of ["started", "ended"] as const) if (random.chance(0.2)) steps = steps.map(withoutMeter(phase));
  }
  const restarts = random.pick(0, 0.1, 0.4);
  return { transactions, steps: steps.flatMap((step) => (random.chance(restarts) ? ["restart", step] : [step])) };
}

const withoutMeter =
  (phase: Told["phase"]) =>
  (step: Told): Told => {
    if (step.phase !== phase) return step;
    const { meterValue: _left, ...payload } = step.payload;
    return { ...step, payload };
  };

/** Each message may be so many places away from its own. */
function reorder<T>(steps: readonly T[], distance: number, random: Random): T[] {
  if (distance === 0) return [...steps];
  return steps
    .map((step, index) => ({ step, place: index + random.between(0, distance) }))
    .sort((one, other) => one.place - other.place)
    .map(({ step }) => step);
}

/** In 1.6 a station knows only the numbers it was given: the message as it would go out now. */
export function asSent({ action, payload, version, transaction }: Told, names: ReadonlyMap<number, number>) {
  if (version !== "1.6" || !("transactionId" in payload)) return { action, payload };
  return { action, payload: { ...payload, transactionId: names.get(transaction) ?? -1 } };
}
