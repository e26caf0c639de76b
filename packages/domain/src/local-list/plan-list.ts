import { difference, isRevoked, type ListChange, lineOf } from "./difference";
import type { PreparedList } from "./list-entry";

/** What a station's list can hold and take; undefined where it never said. */
export interface ListLimits {
  capacity?: number;
  linesPerMessage?: number;
  bytesPerMessage?: number;
}

/** One message of an update. */
export interface ListUpdate {
  mode: "full" | "differential";
  /** The list's version once the update has been taken. */
  version: number;
  lines: readonly ListChange[];
}

/** How a station's list becomes the one it should be. */
export type ListPlan =
  | { kind: "in-step" }
  /** The station has no list, or it is switched off. */
  | { kind: "no-list" }
  | { kind: "too-long"; wanted: number; capacity: number }
  | { kind: "updates"; mode: ListUpdate["mode"]; updates: readonly ListUpdate[] };

/** What is known of a station's list before it is changed. */
export interface ListSituation {
  /** What it is proven to hold. */
  held?: { version: number; list: PreparedList };
  /** The version it just said it has; 0 for none, less where it has no list at all. */
  reported: number;
  wanted: PreparedList;
  limits: ListLimits;
  /** An update failed: only a whole list mends that. */
  mend?: boolean;
}

/**
 * Plans the least that has to be said: the difference, where we know what the station holds; else, or where that is no
 * more, the whole list. What does not fit into one message goes on with differences, each with a version of its own.
 */
export function planList({ held, reported, wanted, limits, mend = false }: ListSituation): ListPlan {
  if (reported < 0) return { kind: "no-list" };
  const { capacity } = limits;
  if (capacity !== undefined && wanted.keys.length > capacity) {
    return { kind: "too-long", wanted: wanted.keys.length, capacity };
  }
  const isKnown = held !== undefined && !mend && isSame(held, reported);
  const changes = isKnown ? difference(held.list, wanted) : undefined;
  if (changes?.length === 0) return { kind: "in-step" };
  const most = linesPerMessage(limits);
  const base = Math.max(reported, held?.version ?? 0);
  if (changes && wanted.keys.length > 0 && messages(changes.length, most) <= messages(wanted.keys.length, most)) {
    return {
      kind: "updates",
      mode: "differential",
      updates: inChunks(revokedFirst(changes), most, base, "differential"),
    };
  }
  const all = revokedFirst(wanted.entries.map(lineOf));
  return { kind: "updates", mode: "full", updates: inChunks(all, most, base, "full") };
}

/** A station that takes long for its list lets nobody in meanwhile who was revoked. */
function revokedFirst(lines: readonly ListChange[]): ListChange[] {
  const [revoked, others]: [ListChange[], ListChange[]] = [[], []];
  for (const line of lines) (isRevoked(line) ? revoked : others).push(line);
  return [...revoked, ...others];
}

/** An empty list has no version: a station that holds one may say 0 whatever it was sent. */
const isSame = ({ version, list }: NonNullable<ListSituation["held"]>, reported: number) =>
  version === reported || (reported === 0 && list.keys.length === 0);

function linesPerMessage({ linesPerMessage = usualLines, bytesPerMessage = Number.POSITIVE_INFINITY }: ListLimits) {
  return Math.max(1, Math.min(linesPerMessage, Math.floor(bytesPerMessage / bytesPerLine)));
}

/** What a station takes that does not say how many: cautiously few. */
const usualLines = 20;
/** What a line is at most, with a long group and an end: some 250 characters. */
const bytesPerLine = 300;

const messages = (lines: number, most: number) => Math.max(1, Math.ceil(lines / most));

function inChunks(lines: readonly ListChange[], most: number, base: number, mode: ListUpdate["mode"]): ListUpdate[] {
  return Array.from({ length: messages(lines.length, most) }, (_, index) => ({
    mode: index === 0 ? mode : "differential",
    version: base + 1 + index,
    lines: lines.slice(index * most, (index + 1) * most),
  }));
}
