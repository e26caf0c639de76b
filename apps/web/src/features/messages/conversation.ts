import type { MessageRow } from "./message-view";

/** How many rows of a running conversation are kept at hand; older ones are read again when they are scrolled to. */
const most = 2_000;

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
  if (added.length === 0 && updated.every((row, index) => row === rows[index])) return rows;
  return [...added, ...updated].slice(0, most);
}

/** How many messages are new in a later state of the same conversation. */
export function countNewer(shown: readonly MessageRow[], latest: readonly MessageRow[]): number {
  const top = shown[0];
  if (!top) return latest.length;
  const at = latest.findIndex(({ id }) => id === top.id);
  return at === -1 ? latest.length : at;
}

/** The short name of a message: its number in the journal, as people can say it. */
export const messageName = (ref: string) => BigInt(ref.split(".").at(-1) ?? 0).toString(16);

const isChanged = (row: MessageRow, next: MessageRow) =>
  row.verdict !== next.verdict || row.answer !== next.answer || row.latencyMs !== next.latencyMs;

/** By time, then by number: a reference is made of station, microseconds and number. */
function order(one: MessageRow, other: MessageRow): number {
  const [, micros = "0", id = "0"] = one.id.split(".");
  const [, otherMicros = "0", otherId = "0"] = other.id.split(".");
  const difference = BigInt(micros) - BigInt(otherMicros) || BigInt(id) - BigInt(otherId);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
