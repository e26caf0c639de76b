/** The sequence numbers that have arrived, as sorted ranges that do not touch; its text form is `0-7,9`. */
export type SequenceSet = readonly (readonly [first: number, last: number])[];

export const emptySequenceSet: SequenceSet = [];

export const hasSequence = (set: SequenceSet, value: number) =>
  set.some(([first, last]) => first <= value && value <= last);

/** The set with one more number; the usual case, the next number, only widens the last range. */
export function addSequence(set: SequenceSet, value: number): SequenceSet {
  const last = set.at(-1);
  if (last && value === last[1] + 1) return [...set.slice(0, -1), [last[0], value]];
  if (hasSequence(set, value)) return set;
  const merged: [number, number][] = [];
  for (const [first, end] of [...set, [value, value] as const].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], end);
    else merged.push([first, end]);
  }
  return merged;
}

/** The ranges missing between the first number that arrived and `end`. */
export function missingSequences(set: SequenceSet, end = set.at(-1)?.[1] ?? 0): SequenceSet {
  return set.flatMap(([, last], index) => {
    const next = set[index + 1]?.[0] ?? end + 1;
    return next > last + 1 && last < end ? [[last + 1, Math.min(next - 1, end)] as const] : [];
  });
}

export const formatSequenceSet = (set: SequenceSet) =>
  set.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");

/** Reads what `formatSequenceSet` wrote. */
export function parseSequenceSet(text: string): SequenceSet {
  if (text === "") return emptySequenceSet;
  return text.split(",").map((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return [first, last] as const;
  });
}
