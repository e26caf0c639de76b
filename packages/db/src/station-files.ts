import { insertEvents } from "./events";
import type { Queryable } from "./pool";

/** A place that was made for one file of one station. */
export interface FilePlace {
  id: number;
  station: number;
  command: number;
  kind: string;
  state: "open" | "used" | "over";
}

/** Makes the place for a file that a command asks for. Asked for again, the place gets another address. */
export async function openFilePlace(
  db: Queryable,
  place: { station: number; command: number; kind: string; tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  const { station, command, kind, tokenHash, expiresAt } = place;
  await db.query(
    `INSERT INTO station_file (station_id, command_id, kind, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (command_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
    [station, command, kind, tokenHash, expiresAt],
  );
}

/** The place that an address leads to. */
export async function findFilePlace(db: Queryable, tokenHash: Buffer): Promise<FilePlace | undefined> {
  const { rows } = await db.query<FilePlace>(
    `SELECT id, station_id AS station, command_id AS command, kind,
       CASE WHEN received_at IS NOT NULL THEN 'used' WHEN expires_at <= now() THEN 'over' ELSE 'open' END AS state
     FROM station_file WHERE token_hash = $1`,
    [tokenHash],
  );
  return rows[0];
}

/** A file that has arrived whole. */
export interface ReceivedFile {
  name: string;
  type: string | undefined;
  size: number;
  sha256: Buffer;
  storedAs: string;
  keptDays: number;
}

/** Takes a file into its place, and tells of it; false when another one was there first. */
export async function fillFilePlace(db: Queryable, place: FilePlace, file: ReceivedFile): Promise<boolean> {
  const { id, station, command, kind } = place;
  const { name, type, size, sha256, storedAs, keptDays } = file;
  const { rowCount } = await db.query(
    `UPDATE station_file SET name = $2, type = $3, size = $4, sha256 = $5, stored_as = $6, received_at = now(),
       kept_until = now() + make_interval(days => $7), refusal = NULL, refused_at = NULL
     WHERE id = $1 AND received_at IS NULL`,
    [id, name, type ?? null, size, sha256, storedAs, keptDays],
  );
  if (rowCount !== 1) return false;
  await insertEvents(db, [{ station, event: { type: "file.received", file: id, command, kind, name, size } }]);
  return true;
}

/** Forgets files past their time, and places that nobody used; returns where the forgotten lie. */
export async function forgetFiles(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ stored_as: string | null }>(
    `DELETE FROM station_file
     WHERE kept_until <= now() OR received_at IS NULL AND expires_at <= now() - interval '7 days' RETURNING stored_as`,
  );
  return rows.flatMap(({ stored_as }) => stored_as ?? []);
}

/** Forgets what stations told of customers, after the days for which it may be read. */
export async function forgetCustomers(db: Queryable, days: number): Promise<void> {
  await db.query("DELETE FROM holding WHERE kind = 'customer-information' AND at < now() - make_interval(days => $1)", [
    days,
  ]);
}

/** Of some stored files, those that belong to something. */
export async function knownFiles(db: Queryable, storedAs: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ stored_as: string }>(
    "SELECT stored_as FROM station_file WHERE stored_as = ANY ($1)",
    [storedAs],
  );
  return new Set(rows.map(({ stored_as }) => stored_as));
}

/** Keeps why what came to a place was not taken, and tells of it; says nothing where a file came meanwhile. */
export async function refuseFile(db: Queryable, { id, station, command, kind }: FilePlace, why: string): Promise<void> {
  const { rowCount } = await db.query(
    "UPDATE station_file SET refusal = $2, refused_at = now() WHERE id = $1 AND received_at IS NULL",
    [id, why],
  );
  if (rowCount !== 1) return;
  await insertEvents(db, [{ station, event: { type: "file.refused", file: id, command, kind, why } }]);
}

/** Which of these commands have the file that they asked for. */
export async function arrivedFiles(db: Queryable, commands: readonly number[]) {
  const { rows } = await db.query<{ command: number; name: string; size: number }>(
    `SELECT command_id AS command, name, size::float8 AS size FROM station_file
     WHERE command_id = ANY ($1) AND received_at IS NOT NULL`,
    [commands],
  );
  return rows;
}
