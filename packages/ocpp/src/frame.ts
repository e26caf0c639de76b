import { nestsDeeperThan } from "./nesting";
import { codeOf, RpcError, type RpcErrorKind } from "./rpc-error";
import type { Version } from "./version";

/** What one text message on a station's socket turned out to be. A `note` tells of a tolerance that was used. */
export type Frame =
  | { kind: "call"; id: string; action: string; payload: unknown; note?: string }
  | { kind: "result"; id: string; payload: unknown; note?: string }
  | { kind: "error"; id: string; code: string; description: string; details: unknown; note?: string }
  /** 2.1: the peer could not use our answer to its call. */
  | { kind: "result-error"; id: string; code: string; description: string; details: unknown; note?: string }
  /** 2.1: a message that is never answered. */
  | { kind: "send"; id: string; action: string; payload: unknown; note?: string }
  | Malformed;

/** A text that is no frame of its version. `answer` is what the version wants sent back, where it wants anything. */
export interface Malformed {
  kind: "malformed";
  problem: RpcErrorKind;
  reason: string;
  messageType?: number;
  id?: string;
  answer?: string;
}

/** Longer ids break the rule of 36 characters but are answered; stations exist that use them. */
export const longestTolerableId = 255;
export const deepestNesting = 64;

/** Reads a text message as a frame of the version. Never throws, and takes time in proportion to the text. */
export function parseFrame(text: string, version: Version): Frame {
  if (nestsDeeperThan(text, deepestNesting)) {
    return malformed(version, "format", `the message is nested deeper than ${deepestNesting}`, readStart(text));
  }

  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return malformed(version, "framework", "the message is not JSON", readStart(text));
  }
  if (!Array.isArray(message)) return malformed(version, "framework", "the message is not a JSON array", {});

  // Array.isArray leaves us with any[]; nothing of it is known yet.
  return readMessage(message as unknown[], version);
}

/** Our question to a station. */
export function encodeCall(id: string, action: string, payload: object): string {
  return `[2,${JSON.stringify(id)},${JSON.stringify(action)},${JSON.stringify(payload)}]`;
}

/** Our answer to a station's call. */
export function encodeResult(id: string, payload: object): string {
  return encodeResultText(id, JSON.stringify(payload));
}

/** Our answer, where its payload is JSON text already. */
export function encodeResultText(id: string, payload: string): string {
  return `[3,${JSON.stringify(id)},${payload}]`;
}

/** Our refusal of a station's call. */
export function encodeError(id: string, { kind, message }: RpcError, version: Version): string {
  // Both versions allow 255 characters of description.
  return JSON.stringify([4, id, codeOf(kind, version), message.slice(0, 255), {}]);
}

/** 2.1: tells a station that its answer could not be used. */
export function encodeResultError(id: string, { kind, message }: RpcError, version: Version): string {
  return JSON.stringify([5, id, codeOf(kind, version), message.slice(0, 255), {}]);
}

/** 2.1: a message that wants no answer. */
export function encodeSend(id: string, action: string, payload: object): string {
  return `[6,${JSON.stringify(id)},${JSON.stringify(action)},${JSON.stringify(payload)}]`;
}

function readMessage(message: unknown[], version: Version): Frame {
  const [type, id] = message;
  const start = {
    messageType: typeof type === "number" ? type : undefined,
    id: typeof id === "string" ? id : undefined,
  };
  if (typeof type !== "number")
    return malformed(version, "framework", "the message does not begin with a message type", start);
  if (!messageTypes[version].has(type)) {
    return malformed(version, "message-type", `message type ${type} does not exist in OCPP ${version}`, start);
  }
  if (typeof id !== "string") return malformed(version, "framework", "the message has no id", start);

  switch (type) {
    case 2:
    case 6:
      return readCall(message, type, id, version);
    case 3:
      if (message.length !== 3) return malformed(version, "framework", "a result has three elements", start);
      return { kind: "result", id, payload: message[2] };
    default:
      return readError(message, type === 4 ? "error" : "result-error", id, version);
  }
}

// 2.1 added CALLRESULTERROR and SEND; to the older versions they are as unknown as 7.
const messageTypes: Record<Version, ReadonlySet<number>> = {
  "1.6": new Set([2, 3, 4]),
  "2.0.1": new Set([2, 3, 4]),
  "2.1": new Set([2, 3, 4, 5, 6]),
};

function readCall(message: unknown[], messageType: 2 | 6, id: string, version: Version): Frame {
  const action = message[2];
  const start = { messageType, id };
  if (message.length !== 4) return malformed(version, "framework", "a call has four elements", start);
  if (typeof action !== "string") return malformed(version, "framework", "the call names no action", start);
  if (id.length > longestTolerableId)
    return malformed(version, "format", "the message id is longer than 36 characters", start);

  const kind = messageType === 2 ? "call" : "send";
  const frame = { kind, id, action, payload: message[3] } as const;
  return id.length > 36 ? { ...frame, note: "message id longer than 36 characters" } : frame;
}

// Stations leave elements off, or say the details as text: what is there is enough to know that a call failed.
function readError(message: unknown[], kind: "error" | "result-error", id: string, version: Version): Frame {
  const [messageType, , code, description, details] = message;
  if (typeof code !== "string") {
    return malformed(version, "framework", "the error names no code", { messageType: kind === "error" ? 4 : 5, id });
  }
  const frame = {
    kind,
    id,
    code,
    description: typeof description === "string" ? description : "",
    details: details ?? {},
  } as const;
  if (message.length === 5 && typeof description === "string" && isObject(details)) return frame;
  return { ...frame, note: `message of type ${messageType} without all its five elements` };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Start = { messageType?: number; id?: string };

function malformed(version: Version, problem: RpcErrorKind, reason: string, start: Start): Malformed {
  return {
    kind: "malformed",
    problem,
    reason,
    ...start,
    answer: answerTo(version, new RpcError(problem, reason), start),
  };
}

function answerTo(version: Version, error: RpcError, { messageType, id }: Start): string | undefined {
  // Answers and unanswered messages are never answered, or two peers could go on for ever; only 2.1 has a word for it.
  if (messageType === 3 && version === "2.1" && id !== undefined) return encodeResultError(id, error, version);
  if (messageType !== undefined && messageType !== 2 && messageTypes[version].has(messageType)) return undefined;

  // 1.6 ignores a message type that it does not know, and has no way to refer to a message without an id.
  if (version === "1.6" && (error.kind === "message-type" || id === undefined)) return undefined;

  // 2.x refers to an id that cannot be read as "-1".
  return encodeError(id ?? "-1", error, version);
}

// What the beginning of a broken text still tells. An id within bounds ends within the first 2,048 characters, even
// when each of its characters is written as an escape sequence.
function readStart(text: string): Start {
  const [, type, id] = /^\s*\[\s*(\d{1,9})\s*,\s*("[^"\\]*(?:\\.[^"\\]*)*")/.exec(text.slice(0, 2048)) ?? [];
  if (type === undefined || id === undefined) return {};
  return { messageType: Number(type), id: readString(id) };
}

function readString(json: string): string | undefined {
  try {
    return String(JSON.parse(json));
  } catch {
    return undefined;
  }
}
