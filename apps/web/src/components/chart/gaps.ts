import type { Sample } from "./sample";

/** A stretch of time in which nothing was reported. */
export interface Gap {
  from: number;
  until: number;
}

/** Puts a nothing into every silence longer than `gap`, so that a line breaks there instead of guessing. */
export function breakAtGaps(samples: readonly Sample[], gap: number): Sample[] {
  const broken: Sample[] = [];
  let before: number | undefined;
  for (const sample of samples) {
    if (before !== undefined && sample.at - before > gap) broken.push({ at: before + 1, value: null });
    broken.push(sample);
    if (sample.value !== null) before = sample.at;
  }
  return broken;
}

/** The silences themselves, to be labelled with their length. */
export function findGaps(samples: readonly Sample[], gap: number): Gap[] {
  const known = samples.filter(({ value }) => value !== null);
  return known.flatMap((sample, index) => {
    const before = known[index - 1];
    return before && sample.at - before.at > gap ? [{ from: before.at, until: sample.at }] : [];
  });
}
