import { readdirSync, readFileSync } from "node:fs";
import { type Frame, parseFrame } from "../src/frame";
import type { Version } from "../src/version";

/** A frame of a recorded or written conversation, and the action it belongs to. */
export interface Line {
  file: string;
  from: "station" | "csms";
  action: string;
  frame: Exclude<Frame, { kind: "malformed" }>;
  /** Of an answer: the call's payload. */
  request?: unknown;
}

const folder = new URL("../fixtures/", import.meta.url);

/** Every frame of a version that we wrote ourselves. */
export function conversationsOf(version: Version): Line[] {
  return files(version).flatMap((file) => read(`${version}/${file}`, version));
}

/** Every frame that was recorded from stations we did not write. */
export function captures(): { version: Version; lines: Line[]; file: string }[] {
  return files("captures").map((file) => {
    const version = file.startsWith("1.6") ? "1.6" : file.startsWith("2.1") ? "2.1" : "2.0.1";
    return { file, version, lines: read(`captures/${file}`, version) };
  });
}

function files(name: string): string[] {
  return readdirSync(new URL(`${name}/`, folder)).filter((file) => file.endsWith(".jsonl"));
}

function read(file: string, version: Version): Line[] {
  const calls = new Map<string, { action: string; payload: unknown }>();
  return readFileSync(new URL(file, folder), "utf8")
    .trim()
    .split("\n")
    .flatMap((text): Line[] => {
      // Our own files, in the form that fixtures/README.md describes.
      const { from, frame: message } = JSON.parse(text) as { from: Line["from"]; frame?: unknown[] };
      if (!message) return [];
      const frame = parseFrame(JSON.stringify(message), version);
      if (frame.kind === "malformed") throw new Error(`${file} holds a frame that is none: ${frame.reason}`);
      if (frame.kind !== "call" && frame.kind !== "send") {
        const call = calls.get(`${from}${frame.id}`);
        return [{ file, from, frame, action: call?.action ?? "", request: call?.payload }];
      }
      calls.set(`${from === "station" ? "csms" : "station"}${frame.id}`, frame);
      return [{ file, from, frame, action: frame.action }];
    });
}
