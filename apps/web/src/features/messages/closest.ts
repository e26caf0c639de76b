/** The word that was probably meant: fewest letters away, if that is near enough to be no guess. */
export function closest(words: readonly string[], said: string): string | undefined {
  const distances = words.map((word) => ({ word, away: distance(word.toLowerCase(), said.toLowerCase()) }));
  const [best] = distances.toSorted((one, other) => one.away - other.away);
  return best && best.away <= Math.max(2, best.word.length / 4) ? best.word : undefined;
}

/** How many letters have to be added, taken away or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one.slice(0, longest)].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length && at < longest; at++) {
      const changed = (row[at] ?? 0) + (other[at] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? other.length;
}

const longest = 80;
