import { insertEvents } from "./events";
import type { Queryable } from "./pool";

/** What an address leads to. */
export interface Download {
  id: number;
  image: number;
  station: number;
  command: number;
  isOver: boolean;
  hasBegun: boolean;
  /** How far the station had come with it. */
  reached: number;
  storedAs: string;
  size: number;
  sha256: Buffer;
  addedAt: Date;
}

/** The download that an address is for. */
export async function findDownload(db: Queryable, tokenHash: Buffer): Promise<Download | undefined> {
  const { rows } = await db.query<Download>(
    `SELECT d.id, d.image_id AS image, d.station_id AS station, d.command_id AS command, d.expires_at <= now() AS "isOver",
       d.begun_at IS NOT NULL AS "hasBegun",
       d.reached::float8 AS reached, i.stored_as AS "storedAs", i.size::float8 AS size, i.sha256, i.added_at AS "addedAt"
     FROM firmware_download d JOIN firmware_image i ON i.id = d.image_id
     WHERE d.token_hash = $1 AND i.stored_as IS NOT NULL`,
    [tokenHash],
  );
  return rows[0];
}

/** How far a download has come. */
export interface DownloadStep {
  download: Pick<Download, "id" | "image" | "station" | "command" | "size">;
  state: "begun" | "going-on" | "whole" | "broken-off";
  reached: number;
  /** Worth an event of its own. */
  told: boolean;
}

/** Keeps how far downloads have come, all of them in one statement, and tells what is worth telling. Nothing goes back. */
export async function noteDownloads(db: Queryable, steps: readonly DownloadStep[]): Promise<void> {
  if (steps.length === 0) return;
  await db.query(
    `UPDATE firmware_download d SET reached = greatest(d.reached, u.reached), begun_at = coalesce(d.begun_at, now()),
       last_at = now(), completed_at = CASE WHEN u.whole THEN coalesce(d.completed_at, now()) ELSE d.completed_at END
     FROM unnest($1::int[], $2::bigint[], $3::bool[]) AS u(id, reached, whole) WHERE d.id = u.id`,
    [
      steps.map(({ download }) => download.id),
      steps.map(({ reached }) => reached),
      steps.map(({ state }) => state === "whole"),
    ],
  );
  const told = steps.filter((step) => step.told);
  await insertEvents(
    db,
    told.map(({ download: { image, station, command, size }, state, reached }) => ({
      station,
      event: { type: "firmware.served" as const, image, command, state, reached, size },
    })),
  );
}

/** Of some stored files, those that are images of the library. */
export async function knownImages(db: Queryable, storedAs: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ stored_as: string }>(
    "SELECT stored_as FROM firmware_image WHERE stored_as = ANY ($1)",
    [storedAs],
  );
  return new Set(rows.map(({ stored_as }) => stored_as));
}
