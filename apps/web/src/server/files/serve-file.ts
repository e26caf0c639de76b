import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import type { Context } from "../context";

/** Hands out a station's file to somebody who may see it: as text to be read, or to be kept; never as a page. */
export async function serveFile(
  { pool, person }: Pick<Context, "pool" | "person">,
  { id, folder, asText }: { id: string; folder: string; asText: boolean },
): Promise<Response> {
  if (!person) return plain(401, "Sign in first.");
  if (!person.permissions.has("files.view")) return plain(403, "You may not see the files of stations.");
  const found = /^\d{1,9}$/.test(id) ? await find(pool, Number(id)) : undefined;
  if (!found) return plain(404, "There is no such file.");

  // Its name on the disk is ours; this only makes sure of it.
  const path = join(folder, basename(found.storedAs));
  const onDisk = await stat(path).catch(() => undefined);
  if (!onDisk) return plain(410, "The file is not on this disk: the console and the gateway must share one DATA_DIR.");

  const stream = createReadStream(path, asText ? { end: mostText - 1 } : {});
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "content-type": asText ? "text/plain; charset=utf-8" : "application/octet-stream",
      "content-length": String(asText ? Math.min(onDisk.size, mostText) : onDisk.size),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** As much of a file as is shown to be read; the rest is there when it is kept. */
export const mostText = 2_000_000;

async function find(pool: Context["pool"], id: number) {
  const { rows } = await pool.query<{ name: string; storedAs: string }>(
    `SELECT name, stored_as AS "storedAs" FROM station_file WHERE id = $1 AND received_at IS NOT NULL`,
    [id],
  );
  return rows[0];
}

const plain = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
