import { isInstant, isName, type Leaf, leavesOf, word } from "@chargehand/db/frame-words";
import type { PayloadPart } from "../../features/messages/message-fields";

/** What a frame carries, with its secrets covered: nobody finds out by asking what nobody is shown. */
export interface Carried {
  action: string | null;
  call: string;
  answer: string | null;
}

/** A condition that a look at the frame itself decides. */
export type Condition = (carried: Carried) => boolean;

/** One of these words is in every frame that fits. */
export type Words = readonly number[];

/** Decides about a field of the payload. */
export function payloadCondition(part: PayloadPart): Condition {
  const { path, not, compare, values } = part;
  const holds = compare === "is" ? fitsAny(values) : compared(compare, Number(values[0]));
  const isMeant = (leaf: Leaf) => {
    const own = leaf.path.toLowerCase();
    return own === path || own.endsWith(`.${path}`);
  };
  return ({ call, answer }) => {
    const leaves = [...(part.in === "answer" ? [] : leavesOf(call)), ...(part.in === "call" ? [] : leavesOf(answer))];
    return leaves.some((leaf) => isMeant(leaf) && holds(leaf.text)) !== not;
  };
}

/** The words by which it is found; undefined if the index cannot help. */
export function payloadWords({ path, not, compare, values }: PayloadPart): Words | undefined {
  if (not) return undefined;
  const name = path.split(".").at(-1) ?? path;
  const exact = compare === "is" && values.every((value) => !value.includes("*") && !isInstant(value));
  return exact ? values.map((value) => word.fieldValue(name, value)) : [word.field(name)];
}

/**
 * A piece of text that every frame that fits has in it, as it went over the wire; undefined where JSON may spell it in
 * another way. What is said with escapes (`\\u0041`) is looked at in any case.
 */
export function payloadText({ path, not, compare, values }: PayloadPart): string[] | undefined {
  if (not) return undefined;
  const parts = values.map((value) => value.split("*").toSorted((one, other) => other.length - one.length)[0] ?? "");
  if (compare === "is" && parts.every((part) => plain.test(part) && /[a-z]/i.test(part))) return parts;
  const name = path.split(".").at(-1) ?? path;
  // Those of an error are names that we give.
  return plain.test(name) && !/^(errorcode|errordescription|details)$/.test(name) ? [name] : undefined;
}

const plain = /^[\w .:-]+$/;

/** Decides about a word: a value of any field, or a part of the action's name. */
export function wordCondition(text: string): Condition {
  const fits = fitsAny([text]);
  const part = text.toLowerCase();
  return ({ action, call, answer }) =>
    (action?.toLowerCase().includes(part) ?? false) ||
    [...leavesOf(call), ...leavesOf(answer)].some((leaf) => fits(leaf.text));
}

/** A word is in the index only as a whole, and only if it is no number. */
export const isIndexed = (text: string) => !text.includes("*") && isName(text);

function fitsAny(values: readonly string[]): (text: string) => boolean {
  const exact = new Set(values.filter((value) => !value.includes("*")).map((value) => value.toLowerCase()));
  const patterns = values.filter((value) => value.includes("*")).map(matcher);
  return (text) => exact.has(text.toLowerCase()) || patterns.some((matches) => matches(text));
}

/** `*` for anything; the rest is meant as it stands. Found part by part, so that no pattern takes longer than the text is. */
function matcher(value: string): (text: string) => boolean {
  const [first = "", ...rest] = value.toLowerCase().split(/\*+/);
  const last = rest.pop() ?? "";
  return (text) => {
    const lower = text.toLowerCase();
    if (!lower.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = lower.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return lower.length - last.length >= at && lower.endsWith(last);
  };
}

const comparisons = {
  "<": (one: number, other: number) => one < other,
  "<=": (one: number, other: number) => one <= other,
  ">": (one: number, other: number) => one > other,
  ">=": (one: number, other: number) => one >= other,
} as const;

function compared(compare: keyof typeof comparisons, limit: number): (text: string) => boolean {
  const holds = comparisons[compare];
  return (text) => text.trim() !== "" && holds(Number(text), limit);
}
