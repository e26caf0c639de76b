/** What a frame is found by: facts of its row, and every field and value of what it and its answer carry. */
export interface SearchedFrame {
  messageId: string | null;
  action: string | null;
  direction: number;
  verdict: string;
  /** Milliseconds until the answer; none while there is none. */
  latencyMs: number | null;
  call: string;
  answer: string | null;
}

/** Thresholds of latency that a search is quick for; what lies between them is looked at frame by frame. */
export const latencySteps = [100, 250, 500, 1_000, 2_000, 5_000, 10_000] as const;

/** The words of what can be asked; the index and the search make them here, so that they are the same. */
export const word = {
  action: (action: string) => hash(`a ${action.toLowerCase()}`),
  messageId: (id: string) => hash(`i ${id.toLowerCase()}`),
  fromUs: () => hash("us"),
  /** Anything but an answer as it should be; and the code it has. */
  notOk: () => hash("not ok"),
  /** The same of one action: many have the action, many are not ok, few are both. */
  notOkOf: (action: string) => hash(`n ${action.toLowerCase()}`),
  verdict: (code: string) => hash(`v ${code.toLowerCase()}`),
  slowerThan: (step: number) => hash(`l ${step}`),
  /** Somewhere in the frame or its answer there is a field of this name. */
  field: (name: string) => hash(`k ${name.toLowerCase()}`),
  /** It has this value. */
  fieldValue: (name: string, value: string) => hash(`f ${name.toLowerCase()} ${value.toLowerCase()}`),
  /** A field, whatever its name, has this text. */
  value: (value: string) => hash(`t ${value.toLowerCase()}`),
};

/** Collects the words of a frame. */
export function addWords(words: Set<number>, frame: SearchedFrame): void {
  const { messageId, action, direction, verdict, latencyMs, call, answer } = frame;
  if (action !== null) words.add(word.action(action));
  if (messageId !== null) words.add(word.messageId(messageId));
  if (direction === 1) words.add(word.fromUs());
  if (verdict !== "ok") {
    words.add(word.verdict(verdict));
    if (verdict !== "repeated") words.add(word.notOk());
    if (verdict !== "repeated" && action !== null) words.add(word.notOkOf(action));
  }
  if (latencyMs !== null) for (const step of latencySteps) if (latencyMs > step) words.add(word.slowerThan(step));
  for (const text of [call, answer]) {
    for (const leaf of leavesOf(text)) {
      words.add(word.field(leaf.name));
      if (isInstant(leaf.text)) continue;
      words.add(word.fieldValue(leaf.name, leaf.text));
      if (isName(leaf.text)) words.add(word.value(leaf.text));
    }
  }
}

/** Every frame has its own instants: who looks for one knows the time, and time has an index already. */
export const isInstant = (text: string) => instant.test(text);
/** Numbers are found by their field. */
export const isName = (text: string) => letter.test(text) && !isInstant(text);

const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:/;
const letter = /\p{L}/u;

/** A value at the end of a payload's path. */
export interface Leaf {
  /** The fields that lead to it, places in lists left out: `meterValue.sampledValue.value`. */
  path: string;
  /** The last of them. */
  name: string;
  text: string;
}

/** Every value that a call, an answer or an error carries; none of what is not JSON. */
export function leavesOf(frame: string | null): Leaf[] {
  const leaves: Leaf[] = [];
  const payload = frame === null ? undefined : payloadOf(frame);
  if (payload !== undefined) collect(payload, "", "", leaves, 0);
  return leaves;
}

const deepest = 64;
const most = 4_000;

function collect(value: unknown, path: string, name: string, leaves: Leaf[], depth: number): void {
  if (leaves.length >= most || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, name, leaves, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      collect(inner, path === "" ? key : `${path}.${key}`, key, leaves, depth + 1);
    }
  } else leaves.push({ path, name, text: String(value) });
}

/** What a frame carries: of an error, its code and its words. */
function payloadOf(frame: string): unknown {
  try {
    const parts: unknown = JSON.parse(frame);
    if (!Array.isArray(parts)) return undefined;
    if (parts[0] === 4 || parts[0] === 5) return { errorCode: parts[2], errorDescription: parts[3], details: parts[4] };
    return parts[0] === 3 ? parts[2] : parts[3];
  } catch {
    // Not JSON: kept as evidence, and found by everything but its fields.
    return undefined;
  }
}

// FNV-1a. Folded to 20 bits: words that nearly nobody shares would each cost the index an entry of its own; two that
// meet by chance cost a look at a few frames more.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 20)) & 0xfffff;
}
