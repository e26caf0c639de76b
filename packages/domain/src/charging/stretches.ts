import type { Span } from "./spans";

/** A time in which both a profile and somebody else's schedule say the same throughout. */
export interface Stretch<Told> {
  from: number;
  to: number;
  wanted: Span;
  told?: Told;
}

/** Lays two rows of spans over each other, going through each of them once; both are in order. */
export function stretchesOf<Told extends { from: number; to: number }>(
  wanted: readonly Span[],
  told: readonly Told[],
): Stretch<Told>[] {
  const stretches: Stretch<Told>[] = [];
  let next = 0;
  for (const span of wanted) {
    let at = span.from;
    while (at < span.to) {
      while ((told[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
      const here = told[next];
      const begun = here && here.from <= at ? here : undefined;
      const to = Math.min(span.to, (begun ? begun.to : here?.from) ?? span.to);
      stretches.push({ from: at, to, wanted: span, told: begun });
      at = to;
    }
  }
  return stretches;
}
