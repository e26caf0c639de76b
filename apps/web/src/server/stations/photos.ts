import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { dropStored, storeStream } from "@chargehand/files/store-stream";
import { sweepFolder } from "@chargehand/files/sweep-folder";
import { whyNotKept } from "@chargehand/files/why-not-kept";
import { z } from "zod";
import type { Context } from "../context";
import { addNote } from "./notes";

const limit = 8 * 1_048_576;
/** A browser that says nothing for so long is gone. */
const patienceMs = 120_000;

const photoNote = z.object({
  station: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  text: z.string().trim().min(1).max(500),
});

type Desk = Pick<Context, "person" | "sameOrigin" | "prisma" | "pool" | "clock" | "bus">;

/** Takes a photo with a note about a station, as it comes; only what begins like a picture is kept. */
export async function receivePhoto(context: Desk, request: Request, folder: string): Promise<Response> {
  const { person } = context;
  if (!person) return answer(401, "Sign in first.");
  if (!person.permissions.has("stations.write")) return answer(403, "You may not write notes.");
  if (!context.sameOrigin) return answer(403, "Changes are taken only from the console's own pages.");
  const note = photoNote.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!note.success || !request.body) return answer(400, "A photo comes with its station and a few words.");
  if (Number(request.headers.get("content-length")) > limit) return answer(413, "A photo has at most 8 MiB.");

  let type: PhotoType | undefined;
  const noPicture = new AbortController();
  function onPiece(piece: Buffer) {
    type ??= typeOf(piece);
    if (!type) noPicture.abort();
  }
  try {
    // One stream, typed twice.
    const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    const signal = AbortSignal.any([request.signal, noPicture.signal, AbortSignal.timeout(patienceMs)]);
    const stored = await storeStream(source, { folder, limit, signal, onPiece });
    const { storedAs } = stored;
    if (!type) {
      await dropStored(folder, stored);
      return answer(400, "The photo is empty.");
    }
    try {
      const { id } = await addNote({ ...context, person }, note.data, { storedAs, type });
      await sweepFolder(folder, (names) => photosAmong(context, names));
      return Response.json({ id }, { status: 201 });
    } catch (error) {
      await dropStored(folder, stored);
      throw error;
    }
  } catch (error) {
    if (noPicture.signal.aborted) return answer(415, "Only JPEG, PNG and WebP pictures are kept.");
    if (whyNotKept(error) === "too-large") return answer(413, "A photo has at most 8 MiB.");
    return answer(503, "The photo could not be kept.");
  }
}

/** Hands out the photo of a note: to be shown in a page of ours or kept, never opened as a page of its own. */
export async function servePhoto(
  { pool, person }: Pick<Context, "pool" | "person">,
  { id, folder }: { id: string; folder: string },
): Promise<Response> {
  if (!person) return answer(401, "Sign in first.");
  if (!person.permissions.has("stations.view")) return answer(403, "You may not see stations.");
  const found = /^\d{1,9}$/.test(id) ? await find(pool, Number(id)) : undefined;
  if (!found) return answer(404, "There is no such photo.");
  const path = join(folder, basename(found.photo));
  const onDisk = await stat(path).catch(() => undefined);
  if (!onDisk) return answer(410, "The photo is not on this disk.");
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      "content-type": found.type,
      "content-length": String(onDisk.size),
      "content-disposition": `attachment; filename="note-${id}.${found.type.slice("image/".length)}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  });
}

type PhotoType = "image/jpeg" | "image/png" | "image/webp";

/** By its first bytes, whatever it is called: what could be run is no picture. */
function typeOf(piece: Buffer): PhotoType | undefined {
  const begins = (at: number, hex: string) => piece.subarray(at, at + hex.length / 2).toString("hex") === hex;
  if (begins(0, "ffd8ff")) return "image/jpeg";
  if (begins(0, "89504e470d0a1a0a")) return "image/png";
  return begins(0, "52494646") && begins(8, "57454250") ? "image/webp" : undefined;
}

async function photosAmong({ pool }: Pick<Context, "pool">, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ photo: string }>(
    "SELECT photo FROM station_note WHERE photo = ANY ($1::text[])",
    [names],
  );
  return new Set(rows.map(({ photo }) => photo));
}

async function find(pool: Context["pool"], id: number) {
  const { rows } = await pool.query<{ photo: string; type: string }>(
    "SELECT photo, photo_type AS type FROM station_note WHERE id = $1 AND photo IS NOT NULL",
    [id],
  );
  return rows[0];
}

const answer = (status: number, message: string) => Response.json({ message }, { status });
