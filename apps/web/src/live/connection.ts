import type { StreamState } from "@/features/live/stream-state";
import type { ToTab } from "./centre";

/** What a tab knows of its line to the console. */
export interface Connection {
  line: "connecting" | "open" | "lost" | "signed-out";
  /** When the line last carried anything, by this machine's clock. */
  heardAt: number;
  /** Changes of the past that are still to be told. */
  left: number;
}

/** A fresh page has just heard from the server: it is what the server drew. */
export const freshConnection = (now: number): Connection => ({ line: "connecting", heardAt: now, left: 0 });

/** The connection after the line said something. */
export function heard(connection: Connection, said: ToTab, now: number): Connection {
  if (said.say === "line") return { ...connection, line: said.line };
  const { message } = said;
  const left = message.kind === "events" ? message.left : message.kind === "refetch" ? 0 : connection.left;
  return { line: "open", heardAt: now, left };
}

/** A line that says nothing for this long is late; the server speaks every three seconds. */
const lateMs = 5_000;
/** And after this long it counts as broken, whatever it claims to be. */
const deadMs = 15_000;
/** A line that breaks and is back at once is not worth a word. */
const graceMs = 2_500;

/** What the pill says. */
export function streamState({ line, heardAt, left }: Connection, now: number): StreamState {
  const silent = now - heardAt;
  const lastAt = new Date(heardAt);
  if (line === "signed-out" || silent > deadMs || (line === "lost" && silent > graceMs))
    return { is: "offline", lastAt };
  if (silent > lateMs) return { is: "delayed", lastAt };
  return left > 0 ? { is: "catching-up", lastAt, left } : { is: "live" };
}
