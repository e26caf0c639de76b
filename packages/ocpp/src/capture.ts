import { senderOf } from "./actions";
import { type Version, versionOf, versions } from "./version";

/** A call and its answer as a file keeps them. */
export interface Exchange {
  at?: Date;
  station?: string;
  version?: Version;
  from: "station" | "us";
  /** The frame's text. */
  call: string;
  answer?: string;
  answeredAt?: Date;
}

/** What a file of frames holds, and the lines that are none. */
export interface Capture {
  exchanges: Exchange[];
  /** Numbers of lines, from 1. */
  unread: number[];
}

/** One exchange as a line of a capture: frames that are JSON stay JSON, so that other tools read them too. */
export function writeExchange({ at, answeredAt, call, answer, ...facts }: Exchange): string {
  return JSON.stringify({
    at: at?.toISOString(),
    ...facts,
    call: asJson(call),
    answer: answer === undefined ? undefined : asJson(answer),
    answeredAt: answeredAt?.toISOString(),
  });
}

/**
 * Reads a capture: lines as `writeExchange` makes them; single frames with who said them; or plain frames, one array a
 * line, with or without a time before it. An answer finds its call by the name that both share; who called is known from
 * the action where nothing says it.
 */
export function readCapture(text: string): Capture {
  const capture: Capture = { exchanges: [], unread: [] };
  const reading: Reading = { open: new Map(), version: undefined };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const read = line.trimStart().startsWith("{") ? objectLine(line, reading) : plainLine(line, reading);
    if (read === undefined) capture.unread.push(index + 1);
    else if (typeof read === "object") capture.exchanges.push(read);
  }
  return capture;
}

/** What earlier lines said. */
interface Reading {
  /** Calls without an answer, by their name. */
  open: Map<string, Exchange>;
  version: Version | undefined;
}

type Read = Exchange | "understood" | undefined;

function objectLine(line: string, reading: Reading): Read {
  const said = parsed(line);
  if (typeof said !== "object" || said === null) return undefined;
  const fields: Record<string, unknown> = { ...said };
  const at = instant(fields.at);
  const from = fields.from === "station" ? "station" : fields.from === undefined ? undefined : "us";
  if (fields.connect !== undefined) {
    const { protocol }: { protocol?: unknown } = { ...Object(fields.connect) };
    reading.version = typeof protocol === "string" ? versionOf(protocol) : undefined;
    return "understood";
  }
  const frame = frameText(fields.frame);
  if (frame !== undefined) return oneFrame(frame, { at, from }, reading);
  const call = frameText(fields.call);
  if (call === undefined) return undefined;
  return {
    at,
    station: typeof fields.station === "string" ? fields.station : undefined,
    version: versions.find((version) => version === fields.version),
    from: from ?? "station",
    call,
    answer: frameText(fields.answer),
    answeredAt: instant(fields.answeredAt),
  };
}

function plainLine(line: string, reading: Reading): Read {
  const begin = line.search(/\[\s*\d\s*,/);
  if (begin === -1) return undefined;
  const time = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*(?:Z|[+-]\d\d:?\d\d)?/.exec(line.slice(0, begin));
  return oneFrame(line.slice(begin).trim(), { at: instant(time?.[0]), from: undefined }, reading);
}

/** A frame by itself: a call, or the answer to one that was read before. */
function oneFrame(
  text: string,
  { at, from }: Pick<Exchange, "at"> & { from?: Exchange["from"] },
  reading: Reading,
): Read {
  const frame = parsed(text);
  if (!Array.isArray(frame) || typeof frame[0] !== "number" || typeof frame[1] !== "string") return undefined;
  const [type, name, action] = frame;
  if (type === 3 || type === 4) {
    const asked = reading.open.get(name);
    if (!asked) return undefined;
    asked.answer = text;
    asked.answeredAt = at;
    reading.open.delete(name);
    return "understood";
  }
  if (typeof action !== "string") return undefined;
  const caller = from ?? (isOurs(action) ? "us" : "station");
  const exchange: Exchange = { at, version: reading.version, from: caller, call: text };
  reading.open.set(name, exchange);
  return exchange;
}

/** Whether only we say it, in any version that knows it. */
function isOurs(action: string): boolean {
  const senders = versions.flatMap((version) => senderOf(version, action) ?? []);
  return senders.length > 0 && senders.every((sender) => sender === "csms");
}

const instant = (said: unknown): Date | undefined => {
  const at = typeof said === "string" ? new Date(said) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
};

function frameText(said: unknown): string | undefined {
  if (typeof said === "string") return said;
  return Array.isArray(said) ? JSON.stringify(said) : undefined;
}

function asJson(frame: string): unknown {
  const value = parsed(frame);
  // Only what is written back as it was: a frame is evidence to the letter.
  return Array.isArray(value) && JSON.stringify(value) === frame ? value : frame;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
