import { type PayloadPath, pathText } from "./payload-path";

/** From one character of a text to before another. */
export interface Span {
  from: number;
  to: number;
}

/** What can be wrong with a text that should be JSON: what was expected where it stopped making sense. */
export type SyntaxFault = "value" | "name" | "colon" | "comma" | "text" | "end" | "twice" | "depth";

/** A text read as JSON: the value and where each of its parts stands, or where it stops being JSON. */
export type JsonText =
  | { ok: true; value: unknown; spans: ReadonlyMap<string, Span> }
  | { ok: false; at: number; why: SyntaxFault };

/** Reads strict JSON and keeps, by path, where everything stands. A member's span begins at its name. */
export function readJson(text: string): JsonText {
  const spans = new Map<string, Span>();
  let at = 0;
  try {
    value([], 0);
    blank();
    if (at < text.length) throw new Stop(at, "end");
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, at: stop.at, why: stop.why };
    throw stop;
  }
  return { ok: true, value: JSON.parse(text), spans };

  function value(path: PayloadPath, from: number): void {
    blank();
    if (path.length > deepest) throw new Stop(at, "depth");
    const begin = path.length === 0 || typeof path.at(-1) === "number" ? at : from;
    if (text[at] === "{") members(path);
    else if (text[at] === "[") items(path);
    else if (text[at] === '"') string("text");
    else if (!taken(scalar)) throw new Stop(at, "value");
    spans.set(pathText(path), { from: begin, to: at });
  }

  function members(path: PayloadPath): void {
    const names = new Set<string>();
    at += 1;
    if (closes("}")) return;
    do {
      blank();
      const from = at;
      if (text[at] !== '"') throw new Stop(at, "name");
      const name: string = JSON.parse(string("name"));
      if (names.has(name)) throw new Stop(from, "twice");
      names.add(name);
      blank();
      if (text[at] !== ":") throw new Stop(at, "colon");
      at += 1;
      value([...path, name], from);
    } while (goesOn("}"));
  }

  function items(path: PayloadPath): void {
    at += 1;
    if (closes("]")) return;
    let index = 0;
    do {
      value([...path, index], at);
      index += 1;
    } while (goesOn("]"));
  }

  function goesOn(end: string): boolean {
    if (closes(end)) return false;
    if (text[at] !== ",") throw new Stop(at, "comma");
    at += 1;
    return true;
  }

  function closes(end: string): boolean {
    blank();
    if (text[at] !== end) return false;
    at += 1;
    return true;
  }

  function string(why: SyntaxFault): string {
    const from = at;
    if (!taken(quoted)) throw new Stop(at, why);
    return text.slice(from, at);
  }

  function blank(): void {
    taken(space);
  }

  function taken(what: RegExp): boolean {
    what.lastIndex = at;
    const found = what.exec(text);
    if (!found) return false;
    at = what.lastIndex;
    return true;
  }
}

/** Where a fault stands in the text: what it names, or what is nearest around it, when that is missing. */
export function spanOf(spans: ReadonlyMap<string, Span>, path: string): Span | undefined {
  const found = spans.get(path);
  if (found) return found;
  const parent = path.replace(/(\.\w+|\[\d+\]|\["(?:[^"\\]|\\.)*"\])$/, "");
  const around = parent === path ? undefined : spanOf(spans, parent);
  // Something is missing in it: its beginning is enough to find it.
  return around && { from: around.from, to: Math.min(around.from + 1, around.to) };
}

/** Line and column of a character, counted from 1 as editors do. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}

/** As deep as a message may be. */
const deepest = 64;

const space = /[ \t\r\n]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none within a text.
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

class Stop extends Error {
  constructor(
    readonly at: number,
    readonly why: SyntaxFault,
  ) {
    super(why);
  }
}
