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
  const end = newest.at.getTime() - overlapMs;
  const recent = rows.slice(0, mostRecent).filter(({ at }) => at.getTime() >= end);
  return {
    after: newest.id,
    recent: { since: recent.at(-1)?.id ?? newest.id, count: recent.length },
    open: rows
      .slice(0, mostRecent)
      .filter(({ verdict }) => verdict === "open")
      .slice(0, mostOpen)
      .map(({ id }) => id),
  };
}

/** Messages of several gateways are written in another order than they came, but not later than this. */
const overlapMs = 2_000;
const mostRecent = 2_000;
const mostOpen = 50;

/** The short name of a message: its number in the journal, as people can say it. */
export const messageName = (ref: string) => BigInt(ref.split(".").at(-1) ?? 0).toString(16);

const isChanged = (row: MessageRow, next: MessageRow) =>
  row.verdict !== next.verdict || row.answer !== next.answer || row.latencyMs !== next.latencyMs;

/** By time, then by number: a reference is made of station, microseconds and number. */
function order(one: MessageRow, other: MessageRow): number {
  const difference = one.at.getTime() - other.at.getTime();
  if (difference !== 0) return difference;
  const [, micros = "0", id = "0"] = one.id.split(".");
  const [, otherMicros = "0", otherId = "0"] = other.id.split(".");
  const finer = BigInt(micros) - BigInt(otherMicros) || BigInt(id) - BigInt(otherId);
  return finer < 0n ? -1 : finer > 0n ? 1 : 0;
}
