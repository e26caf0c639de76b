import { type Ask, type Found, isLate } from "./ask";
import { type FrameSqlRow, fitting, type Place, placeAt, placeOf, readFrames } from "./frame-row";
import { timeOf } from "./reference";

const second = 1_000_000n;
/** How much time is read at once, in microseconds. */
const slice = { first: 60n * second, shortest: second, longest: 6n * 3_600n * second };
const sliceMs = { quick: 60, slow: 250 };

/** Backwards in time to an instant, slice by slice: a slice grows while slices are read quickly. */
export async function searchByTime(ask: Ask, begin: Place, bottom: bigint): Promise<Found> {
  const { question, most } = ask;
  const batch = question.looks.length === 0 ? most : Math.max(most, 500);
  const found: FrameSqlRow[] = [];
  let reached = begin;
  let length = slice.first;
  while (BigInt(reached.micros) > bottom || reached.id !== "0") {
    const low = larger(BigInt(reached.micros) - length, bottom);
    const begun = performance.now();
    const rows = await readFrames(ask, (parameters, conditionsBefore) => {
      const from = `f.received_at >= ${timeOf(parameters.add(String(low)))}`;
      return { from: `journal.frame f WHERE ${[from, ...conditionsBefore(reached)].join(" AND ")}`, limit: batch };
    });
    found.push(...fitting(question, rows));
    const last = rows.length === batch ? rows.at(-1) : undefined;
    reached = last ? placeOf(last) : placeAt(low);
    if (found.length >= most || isLate(ask)) return { rows: found, reached, isComplete: !last && low === bottom };
    const took = performance.now() - begun;
    if (took < sliceMs.quick) length = smaller(length * 4n, slice.longest);
    else if (took > sliceMs.slow) length = larger(length / 2n, slice.shortest);
  }
  return { rows: found, reached, isComplete: true };
}

const larger = (one: bigint, other: bigint) => (one > other ? one : other);
const smaller = (one: bigint, other: bigint) => (one < other ? one : other);
