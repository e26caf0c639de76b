import { readEvents } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";

/** A cursor from which nobody can read on: not of our making (`foreign`), or of a story this database does not tell (`gone`). */
export class CursorRefused extends Error {
  override name = "CursorRefused";

  constructor(readonly reason: "foreign" | "gone") {
    super(
      reason === "foreign"
        ? "This cursor is none of ours."
        : "The events after this cursor are not here; perhaps the database was restored. Ask for everything anew, and read on from `now`.",
    );
  }
}

/** Whether one event comes after another in the order in which they are told. */
export function isAfter(one: string, other: string): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  return a[0] === b[0] ? a[1] > b[1] : a[0] > b[0];
}

/** Where a reader begins: `beginning`, `now` as it is at this moment, or a cursor that this database could have given. */
export async function startOf(database: Queryable, after: string): Promise<string> {
  if (after === "beginning") return "0-0";
  if (after === "now") return (await readEvents(database, "now", 1)).cursor;
  const [transaction] = numbersOf(after);
  const { rows } = await database.query<{ newest: string }>(
    "SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS newest",
  );
  if (transaction > BigInt(rows[0]?.newest ?? 0)) throw new CursorRefused("gone");
  return after;
}

const form = /^(\d{1,19})-(\d{1,19})$/;

function numbersOf(cursor: string): [transaction: bigint, event: bigint] {
  const [, transaction, event] = form.exec(cursor) ?? [];
  if (transaction === undefined || event === undefined) throw new CursorRefused("foreign");
  return [BigInt(transaction), BigInt(event)];
}
