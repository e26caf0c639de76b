import type { Queryable } from "./pool";

export interface QuarantinedMessage {
  station: number;
  receivedAt: Date;
  action?: string;
  raw: Buffer | string;
  error: string;
}

/** Keeps what no table would take; resolves when it is durable. */
export async function insertQuarantine(client: Queryable, message: QuarantinedMessage) {
  const { station, receivedAt, action, raw, error } = message;
  await client.query(
    "INSERT INTO quarantine (station_id, received_at, action, raw, error) VALUES ($1, $2, $3, $4, $5)",
    [
      station,
      receivedAt,
      action && withoutNul(action),
      typeof raw === "string" ? Buffer.from(raw) : raw,
      withoutNul(error),
    ],
  );
}

/**
 * When stations were last heard. A row that somebody holds locked is left for the next time, so that this never waits
 * and takes part in no deadlock.
 */
export async function updateLastSeen(client: Queryable, seen: ReadonlyMap<number, Date>) {
  await client.query(
    `UPDATE station SET last_seen_at = free.at
     FROM (
       SELECT station.id, heard.at FROM station JOIN unnest($1::int[], $2::timestamptz[]) AS heard(id, at) USING (id)
       WHERE last_seen_at IS NULL OR last_seen_at < heard.at
       FOR NO KEY UPDATE OF station SKIP LOCKED
     ) AS free
     WHERE station.id = free.id`,
    [[...seen.keys()], [...seen.values()]],
  );
}

// The one character that PostgreSQL's text cannot hold.
const withoutNul = (text: string) => text.replaceAll("\u0000", "\uFFFD");
