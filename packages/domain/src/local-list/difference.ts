import { type ListEntry, listKey, type PreparedList, prepareList } from "./list-entry";

/** One line of an update; without an entry it takes the token off the list. */
export interface ListChange {
  value: string;
  kind: string;
  entry?: ListEntry;
}

/** What has to be said to make one list of another. Both are in order, so it is one walk along the two. */
export function difference(held: PreparedList, wanted: PreparedList): ListChange[] {
  const changes: ListChange[] = [];
  let had = 0;
  let has = 0;
  while (had < held.keys.length || has < wanted.keys.length) {
    const before = held.keys[had];
    const after = wanted.keys[has];
    if (after === undefined || (before !== undefined && before < after)) {
      const gone = held.entries[had++];
      if (gone) changes.push({ value: gone.value, kind: gone.kind });
    } else if (before === undefined || after < before) {
      const come = wanted.entries[has++];
      if (come) changes.push(lineOf(come));
    } else {
      const entry = wanted.entries[has];
      if (entry && held.prints[had] !== wanted.prints[has]) changes.push(lineOf(entry));
      had++;
      has++;
    }
  }
  return changes;
}

/** A line that puts a token on the list, or changes what it says. */
export const lineOf = (entry: ListEntry): ListChange => ({ value: entry.value, kind: entry.kind, entry });

/** Whether a line ends what somebody may. */
export const isRevoked = ({ entry }: ListChange): boolean => entry?.status !== "accepted";

/** What a list has become once a station has taken these lines of an update. */
export function withChanges(held: PreparedList, changes: readonly ListChange[]): PreparedList {
  const lines = new Map(held.keys.map((key, index) => [key, held.entries[index]]));
  for (const { value, kind, entry } of changes) lines.set(listKey({ value, kind }), entry);
  return prepareList([...lines.values()].filter((entry) => entry !== undefined));
}
