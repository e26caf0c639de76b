import type { Verdict } from "../../dialects/dialect";

/** What the list says of a token. */
export type Listed = { status: string; group?: string; expiresAt?: number };

/** One line of an update; without an entry it takes the token off the list. */
export type Line = { token: string; listed?: Listed };

export type Update = { type: "full" | "differential"; version: number; lines: Line[] };

/** Who may charge, as the CSMS left it with the station for times without a line. */
export class LocalList {
  #now: () => number;
  #version = 0;
  #entries = new Map<string, Listed>();

  constructor({ now }: { now(): number }) {
    this.#now = now;
  }

  /** An empty list has version 0, whatever was sent last. */
  get version(): number {
    return this.#entries.size === 0 ? 0 : this.#version;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Takes an update as a whole or not at all. */
  update({ type, version, lines }: Update): "accepted" | "failed" | "version-mismatch" {
    if (version <= 0 || lines.length > linesPerUpdate || repeats(lines)) return "failed";
    if (type === "full" && lines.some(({ listed }) => !listed)) return "failed";
    if (type === "differential" && version <= this.version) return "version-mismatch";
    const entries = type === "full" ? new Map<string, Listed>() : new Map(this.#entries);
    for (const { token, listed } of lines) {
      if (listed) entries.set(keyOf(token), listed);
      else entries.delete(keyOf(token));
    }
    if (entries.size > capacity) return "failed";
    this.#entries = entries;
    this.#version = version;
    return "accepted";
  }

  /** What the list says of a token now; undefined when it says nothing. */
  recall(token: string): Verdict | undefined {
    const listed = this.#entries.get(keyOf(token));
    if (!listed) return undefined;
    const expired = listed.expiresAt !== undefined && listed.expiresAt <= this.#now();
    const status = expired ? "Expired" : listed.status;
    return { accepted: status === "Accepted", status, group: listed.group };
  }
}

/** How many tokens the list holds. */
export const capacity = 1_000;

/** How many of them one message may carry. */
export const linesPerUpdate = 100;

function repeats(lines: Line[]): boolean {
  return new Set(lines.map(({ token }) => keyOf(token))).size < lines.length;
}

/** Tokens are compared without regard to case. */
function keyOf(token: string): string {
  return token.toLowerCase();
}
