/** What somebody can tell a station from the palette. */
export const verbs = ["start", "stop", "unlock", "reset", "out", "into", "ask", "read"] as const;
export type Verb = (typeof verbs)[number];

/** What was typed: what to do, to what, at which connector; in any order. */
export interface Ask {
  verb?: Verb;
  /** What is left: the name of something. */
  rest: string;
  /** As people count: "2", "1.2". */
  connector?: string;
}

/** The words for each verb, and for a connector, in the language of the page. */
export interface AskWords {
  verbs: readonly { verb: Verb; phrase: string }[];
  connector: readonly string[];
}

/** Reads "reset CS-0412", "CS-0412 reset", "start connector 2 yard left", "CS-0412 2 start". */
export function parseAsk(text: string, words: AskWords, { mayBeBegun = false } = {}): Ask {
  const typed = text.trim().split(/\s+/).filter(Boolean);
  const spoken = words.verbs
    .map(({ verb, phrase }) => ({ verb, phrase: phrase.toLowerCase().split(/\s+/) }))
    // "out of service" before "out".
    .sort((one, other) => other.phrase.length - one.phrase.length);
  const said = spoken.flatMap(({ verb, phrase }) => {
    if (is(typed.slice(0, phrase.length), phrase)) return [{ verb, left: typed.slice(phrase.length) }];
    if (is(typed.slice(-phrase.length), phrase)) return [{ verb, left: typed.slice(0, -phrase.length) }];
    return [];
  })[0];
  const begun = said || !mayBeBegun ? undefined : verbBegun(typed, words);
  const { left, ...place } = connectorIn(said?.left ?? begun?.left ?? typed, words.connector);
  const verb = said?.verb ?? begun?.verb;
  return { ...(verb && { verb }), rest: left.join(" "), ...place };
}

/** A verb whose beginning is the first or the last word, beside a name: "res CS-0412", "CS-0412 res". */
function verbBegun(typed: string[], words: AskWords) {
  if (typed.length < 2) return undefined;
  for (const [word, left] of [
    [typed.at(-1), typed.slice(0, -1)],
    [typed[0], typed.slice(1)],
  ] as const) {
    const begins = word && word.length >= 3 ? word.toLowerCase() : undefined;
    const verb = begins && words.verbs.find(({ phrase }) => phrase.toLowerCase().startsWith(begins))?.verb;
    if (verb) return { verb, left };
  }
  return undefined;
}

function connectorIn(typed: string[], words: readonly string[]): { left: string[]; connector?: string } {
  const named = typed.findIndex(
    (word, at) => words.includes(word.toLowerCase()) && /^\d{1,2}(\.\d)?$/.test(typed[at + 1] ?? ""),
  );
  if (named >= 0) return { left: [...typed.slice(0, named), ...typed.slice(named + 2)], connector: typed[named + 1] };
  // A small number beside a name is a connector; alone it is what is looked for.
  const alone = typed.findLastIndex((word) => /^\d(\.\d)?$/.test(word));
  if (alone < 0 || typed.length === 1) return { left: typed };
  return { left: typed.toSpliced(alone, 1), connector: typed[alone] };
}

const is = (typed: string[], phrase: string[]) =>
  typed.length === phrase.length && typed.every((word, at) => word.toLowerCase() === phrase[at]);
