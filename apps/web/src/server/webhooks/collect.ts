import { randomBytes } from "node:crypto";
import { type EventPage, readEvents, type StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { type Stations, stationsOf, toPublicEvent } from "../events/public-event";

const readAtOnce = 500;

/**
 * Makes a delivery of every new event that somebody wants. A receiver's cursor moves in the same statement, and only from
 * where it was when its events were read: of two processes one does the work. Returns whether there is more to read.
 */
export async function collect(database: Queryable, now: Date): Promise<boolean> {
  const { rows: webhooks } = await database.query<Receiver>(readers, [mostWaiting]);
  const read = pagesOf(database);
  let more = false;
  for (const webhook of webhooks) {
    const { page, stations } = await read(webhook.isBeyond ? "now" : webhook.cursor);
    if (page.cursor === webhook.cursor) continue;
    more ||= page.events.length === readAtOnce;
    const messages = page.events
      .filter((event) => wants(webhook, event, stations))
      .map((event) => messageOf(toPublicEvent(event, stations)));
    await database.query(moveOn, [webhook.id, webhook.cursor, page.cursor, JSON.stringify(messages), now]);
  }
  return more;
}

/** One for which so much waits keeps its place in the story: what it has not taken need not be written down twice. */
const mostWaiting = 10_000;

const readers = `SELECT w.id, w.types, w.stations, w.sites, w.cursor,
    split_part(w.cursor, '-', 1)::xid8 > pg_snapshot_xmax(pg_current_snapshot()) AS "isBeyond"
  FROM webhook w
  WHERE w.enabled AND (SELECT count(*) FROM (
    SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'pending' LIMIT $1) waiting) < $1
  ORDER BY w.id`;

interface Receiver {
  id: number;
  types: string[];
  stations: number[];
  sites: number[];
  cursor: string;
  /** It stands where this database has not got to: a dump was restored into another server. */
  isBeyond: boolean;
}

const moveOn = `WITH moved AS (
    UPDATE webhook SET cursor = $3 WHERE id = $1 AND cursor = $2 AND enabled RETURNING id
  )
  INSERT INTO webhook_delivery (message_id, webhook_id, type, body, next_attempt_at, created_at)
  SELECT m.id, moved.id, m.type, m.body, $5, $5
  FROM moved CROSS JOIN jsonb_to_recordset($4::jsonb) AS m(id text, type text, body text)`;

/** Most receivers stand at the same event: what was read for one serves all of them. */
function pagesOf(database: Queryable) {
  const pages = new Map<string, Promise<{ page: EventPage; stations: Stations }>>();
  const read = async (cursor: string) => {
    const page = await readEvents(database, cursor, readAtOnce);
    return { page, stations: await stationsOf(database, page.events) };
  };
  return (cursor: string) => {
    const page = pages.get(cursor) ?? read(cursor);
    pages.set(cursor, page);
    return page;
  };
}

function wants({ types, stations, sites }: Receiver, { event, station }: StoredEvent, known: Stations): boolean {
  if (types.length > 0 && !types.includes(event.type)) return false;
  if (stations.length === 0 && sites.length === 0) return true;
  // What is about a whole site is about none of its stations.
  if ("site" in event && event.site !== undefined) return sites.includes(event.site);
  if (station === undefined) return false;
  const site = known.get(station)?.site ?? undefined;
  return stations.includes(station) || (site !== undefined && sites.includes(site));
}

/** A message with its own id, which stays the same however often it is sent. */
export function messageOf<Content extends { type: string }>(content: Content) {
  const id = `msg_${randomBytes(15).toString("base64url")}`;
  return { id, type: content.type, body: JSON.stringify({ delivery: id, ...content }) };
}
