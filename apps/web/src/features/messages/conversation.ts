import type { MessageRow } from "./message-view";

/** A conversation with its newer messages, and with answers to calls that were open; newest first, as the table shows it. */
export function withNewer(rows: readonly MessageRow[], newer: readonly MessageRow[]): readonly MessageRow[] {
  if (newer.length === 0) return rows;
  const changed = new Map(newer.map((row) => [row.id, row]));
  const updated = rows.map((row) => {
    const next = changed.get(row.id);
    changed.delete(row.id);
    return next && isChanged(row, next) ? next : row;
  });
  const added = [...changed.values()].toSorted((one, other) => order(other, one));
  if (added.length === 0) return updated.every((row, index) => row === rows[index]) ? rows : updated;
  const [newest] = rows;
  const last = added.at(-1);
  // The usual case. A message that was written late belongs where its time is.
  if (!newest || (last && order(last, newest) > 0)) return [...added, ...updated];
  return [...added, ...updated].toSorted((one, other) => order(other, one));
}

/** How many messages are new in a later state of the same conversation. */
export function countNewer(shown: readonly MessageRow[], latest: readonly MessageRow[]): number {
  const known = new Set(shown.map(({ id }) => id));
  const oldest = shown.at(-1);
  return latest.filter((row) => !known.has(row.id) && (!oldest || order(row, oldest) > 0)).length;
}

/** What the server must be told to go on: the newest known, what is known of its last moments, and which calls are open. */
export function stateOf(rows: readonly MessageRow[]) {
  const [newest] = rows;
  if (!newest) return undefined;
  const begin = microsOf(newest.id) - overlapMicros;
  const recent = rows.slice(0, mostRecent).filter(({ id }) => microsOf(id) >= begin);
  // From a time, not from the oldest known: what is written late may have come before all that is known of it.
  const since = recent.length < mostRecent ? `0.${begin}.0` : (recent.at(-1)?.id ?? newest.id);
  return {
    after: newest.id,
    recent: { since, count: recent.length },
    open: rows
      .slice(0, mostRecent)
      .filter(({ verdict }) => verdict === "open")
      .slice(0, mostOpen)
      .map(({ id }) => id),
  };
}

/** Messages of several gateways are written in another order than they came, but not later than this. */
const overlapMicros = 2_000_000n;
const mostRecent = 2_000;
const mostOpen = 50;

/** The short name of a message: its number in the journal, as people can say it. */
export const messageName = (ref: string) => numberOf(ref).toString(16);

const numberOf = (ref: string) => BigInt(ref.split(".").at(-1) ?? 0);

const isChanged = (row: MessageRow, next: MessageRow) =>
  row.verdict !== next.verdict || row.answer !== next.answer || row.latencyMs !== next.latencyMs;

/** When a message came, in microseconds since 1970: its reference is made of station, time and number. */
export const microsOf = (ref: string) => BigInt(ref.split(".")[1] ?? 0);

/** By time, then by number. */
function order(one: MessageRow, other: MessageRow): number {
  const difference = one.at.getTime() - other.at.getTime();
  if (difference !== 0) return difference;
  const finer = microsOf(one.id) - microsOf(other.id) || numberOf(one.id) - numberOf(other.id);
  return finer < 0n ? -1 : finer > 0n ? 1 : 0;
}
