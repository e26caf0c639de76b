import { type AuthorizationStatus, authorize, type TokenRecord } from "../authorization";
import type { Whereabouts } from "../token-place";
import { foldToken, type TokenRef } from "../vocabulary";

/** One line of a list that a station keeps for times without a line to us. Kept as JSON, so times in it are text. */
export interface ListEntry {
  value: string;
  kind: string;
  status: AuthorizationStatus;
  group?: string;
  expiresAt?: string;
  evses?: readonly number[];
}

/** Which tokens a list is made of. */
export interface ListFilter {
  /** Only these; of all when empty. */
  kinds: readonly string[];
  groups: readonly string[];
  /** Whether those that may not charge are on it, as such: a station may let in who is on no list. */
  withBlocked: boolean;
}

/** What a version's words can carry. */
export interface ListWords {
  longestToken: number;
  /** Whether tokens of one value and several kinds can be told apart. */
  kinds: boolean;
  /** Whether a token can be let end a charge without being let begin one. */
  masterPass: boolean;
  /** Whether it has a word for a kind of token. */
  says(kind: string): boolean;
}

/** A list, ready to be compared: in the order of its keys, each line with a print of all it says. */
export interface PreparedList {
  keys: readonly string[];
  prints: readonly string[];
  entries: readonly ListEntry[];
}

/** The lines that tokens make at a station. */
export function entriesOf(
  tokens: readonly TokenRecord[],
  { kinds, groups, withBlocked }: ListFilter,
  words: ListWords,
  at: Whereabouts & { now: Date },
): ListEntry[] {
  const entries: ListEntry[] = [];
  const occasion = { ...at, purpose: "ask", unknownTokens: "reject" } as const;
  for (const token of tokens) {
    if (kinds.length > 0 && !kinds.includes(token.kind)) continue;
    if (groups.length > 0 && (token.group === undefined || !groups.includes(token.group))) continue;
    if (token.value.length > words.longestToken || token.kind === "noauthorization" || !words.says(token.kind)) {
      continue;
    }
    if (token.masterPass && !words.masterPass) continue;
    const { status, group, expiresAt, evses } = authorize(token, token, occasion);
    // Who may not charge here, or not yet, is simply not on the list: the station asks us as soon as it can.
    if (status === "not-here" || status === "not-now" || (status !== "accepted" && !withBlocked)) continue;
    const kind = words.kinds ? token.kind : "unknown";
    entries.push({ value: token.value, kind, status, group, expiresAt: expiresAt?.toISOString(), evses });
  }
  return entries;
}

/** Sorts a list, and where several lines are about one token keeps the one that lets in least. */
export function prepareList(entries: readonly ListEntry[]): PreparedList {
  const lines = new Map<string, ListEntry>();
  for (const entry of entries) {
    const key = listKey(entry);
    const other = lines.get(key);
    if (!other || other.status === "accepted") lines.set(key, entry);
  }
  const keys = [...lines.keys()].sort();
  const sorted = keys.flatMap((key) => lines.get(key) ?? []);
  return { keys, prints: sorted.map(printOf), entries: sorted };
}

/** By what a line is found on a list. */
export const listKey = ({ value, kind }: TokenRef): string => `${foldToken(value)} ${kind}`;

const printOf = ({ status, group = "", expiresAt = "", evses }: ListEntry) =>
  `${status} ${expiresAt} ${evses?.join() ?? ""} ${group}`;
