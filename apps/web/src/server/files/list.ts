import { z } from "zod";
import type { Context } from "../context";

export const fileList = z.object({ station: z.int(), limit: z.int().min(1).max(100).default(50) });

/** A file that a station was asked for; what is not known before it is received is null. */
export interface FileRow {
  id: number;
  command: number;
  kind: string;
  askedAt: Date;
  /** When its place is closed, if nothing comes. */
  expiresAt: Date;
  name: string | null;
  type: string | null;
  size: number | null;
  sha256: string | null;
  receivedAt: Date | null;
  keptUntil: Date | null;
  /** Why what came was not taken, the last time; null once it is here. */
  refusal: string | null;
}

/** The files of a station, newest first, those still awaited included. */
export async function listFiles(
  { pool }: Pick<Context, "pool">,
  { station, limit }: z.output<typeof fileList>,
): Promise<FileRow[]> {
  const { rows } = await pool.query<FileRow>(
    `SELECT id, command_id AS command, kind, asked_at AS "askedAt", expires_at AS "expiresAt", name, type,
       size::float8 AS size, encode(sha256, 'hex') AS sha256, received_at AS "receivedAt", kept_until AS "keptUntil", refusal
     FROM station_file WHERE station_id = $1 ORDER BY id DESC LIMIT $2`,
    [station, limit],
  );
  return rows;
}
