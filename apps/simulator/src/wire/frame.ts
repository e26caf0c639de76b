import { isJsonObject, type JsonObject } from "../json";

/** A frame as a station understands it. Anything else is a stray. */
export type Frame =
  | { type: "call"; id: string; action: string; payload: JsonObject }
  | { type: "result"; id: string; payload: JsonObject }
  | { type: "error"; id: string; code: string; description: string; details: JsonObject }
  | { type: "stray"; text: string };

export function parseFrame(text: string): Frame {
  const frame = parseArray(text);
  if (!frame) return { type: "stray", text };
  const [type, id, third, fourth, fifth] = frame;
  if (typeof id !== "string") return { type: "stray", text };
  if (type === 2 && typeof third === "string" && isJsonObject(fourth)) {
    return { type: "call", id, action: third, payload: fourth };
  }
  if (type === 3 && isJsonObject(third)) return { type: "result", id, payload: third };
  if (type === 4 && typeof third === "string") {
    const description = typeof fourth === "string" ? fourth : "";
    return { type: "error", id, code: third, description, details: isJsonObject(fifth) ? fifth : {} };
  }
  return { type: "stray", text };
}

export function callText(id: string, action: string, payload: JsonObject): string {
  return JSON.stringify([2, id, action, payload]);
}

/** A call that nobody answers (2.1). */
export function sendText(id: string, action: string, payload: JsonObject): string {
  return JSON.stringify([6, id, action, payload]);
}

export function resultText(id: string, payload: JsonObject): string {
  return JSON.stringify([3, id, payload]);
}

export function errorText(id: string, code: string, description: string): string {
  return JSON.stringify([4, id, code, description, {}]);
}

function parseArray(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
