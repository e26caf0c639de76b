import type { DomainEvent } from "@chargehand/domain/event";
import type { Queryable } from "./pool";

/** An event as a reader gets it. */
export interface StoredEvent {
  /** Opaque; read on from here. */
  cursor: string;
  station?: number;
  at: Date;
  receivedAt: Date;
  event: DomainEvent;
}

export interface EventPage {
  events: StoredEvent[];
  /** Where to read on, also when the page is empty. */
  cursor: string;
}

/**
 * Events after a cursor, in an order in which none can appear later before one already read. `"now"` gives only a cursor.
 * A transaction that began earlier may commit later, so readers stop at the oldest that is still open.
 */
export async function readEvents(client: Queryable, after: string, limit: number): Promise<EventPage> {
  if (after === "now") return { events: [], cursor: await currentCursor(client) };
  const { xid, id } = parseCursor(after);
  const { rows } = await client.query<EventRow>(
    `SELECT e.xid::text, e.id::text, e.station_id, e.at, e.received_at, e.data FROM journal.event e
     WHERE (e.xid, e.id) > ($1::xid8, $2::bigint) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY e.xid, e.id LIMIT $3`, // by the columns: a bare xid would be the text just selected
    [xid, id, limit],
  );
  const events = rows.map(toStoredEvent);
  return { events, cursor: events.at(-1)?.cursor ?? after };
}

export interface EventToInsert {
  station?: number;
  at?: Date;
  event: DomainEvent;
}

/** Either a pg client inside its transaction or a Prisma transaction client. */
export type EventWriter = Queryable | { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> };

/** Writes the console's own events, in the transaction of the change they tell of. */
export async function insertEvents(tx: EventWriter, events: readonly EventToInsert[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ station, at, event }) => ({ station, at, event }));
  const sql = `INSERT INTO journal.event (id, type, station_id, session_id, command_id, at, received_at, data)
    SELECT nextval('journal.event_id'), u.event ->> 'type', u.station, (u.event ->> 'session')::int,
      (u.event ->> 'command')::int, coalesce(u.at, now()), now(), u.event
    FROM jsonb_to_recordset($1::text::jsonb) AS u(station int, at timestamptz, event jsonb)`;
  const json = JSON.stringify(rows);
  if ("query" in tx) await tx.query(sql, [json]);
  else await tx.$executeRawUnsafe(sql, json);
}

/** Seconds by which readers are behind because a writing transaction is still open. */
export async function eventLag(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ seconds: number }>(
    `SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 AS seconds FROM journal.event
     WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())`,
  );
  return rows[0]?.seconds ?? 0;
}

interface EventRow {
  xid: string;
  id: string;
  station_id: number | null;
  at: Date;
  received_at: Date;
  data: DomainEvent;
}

const toStoredEvent = ({ xid, id, station_id, at, received_at, data }: EventRow): StoredEvent => ({
  cursor: `${xid}-${id}`,
  station: station_id ?? undefined,
  at,
  receivedAt: received_at,
  event: data,
});

/** Everything below is committed and visible; everything else is still to be read. */
async function currentCursor(client: Queryable): Promise<string> {
  const { rows } = await client.query<{ xmin: string }>("SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin");
  return `${rows[0]?.xmin ?? 0}-0`;
}

const cursorForm = /^(\d{1,19})-(\d{1,19})$/;

function parseCursor(cursor: string): { xid: string; id: string } {
  const [, xid, id] = cursorForm.exec(cursor) ?? [];
  if (xid === undefined || id === undefined) throw new RangeError(`"${cursor}" is no cursor of the event stream`);
  return { xid, id };
}
