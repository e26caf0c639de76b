import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file that lies whole on the disk. */
export interface StoredFile {
  /** Its name in the folder: ours, never the sender's. */
  storedAs: string;
  size: number;
  sha256: Buffer;
}

/** A stream was larger than a file may be. */
export class TooLarge extends Error {
  override name = "TooLarge";
}

export interface StoreOptions {
  folder: string;
  /** In bytes. */
  limit: number;
  /** Ends it in the middle. */
  signal?: AbortSignal;
  /** Sees each piece as it passes. */
  onPiece?: (piece: Buffer) => void;
  /** How a file is written, if not to the folder. */
  write?: (path: string) => Writable;
}

/**
 * Writes a stream to the folder as it comes; it is there whole, or not at all. Rejects with TooLarge, and with what the
 * stream or the disk broke with.
 */
export async function storeStream(
  source: NodeJS.ReadableStream,
  { folder, limit, signal, onPiece, write = newFile }: StoreOptions,
): Promise<StoredFile> {
  const storedAs = randomUUID();
  const part = join(folder, `${storedAs}${partial}`);
  const hash = createHash("sha256");
  let size = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) return done(new TooLarge(`more than ${limit} bytes`));
      hash.update(chunk);
      onPiece?.(chunk);
      done(null, chunk);
    },
  });
  await mkdir(folder, { recursive: true, mode: 0o750 });
  try {
    await pipeline(source, measured, write(part), { signal });
    await flushed(part);
    await rename(part, join(folder, storedAs));
    return { storedAs, size, sha256: hash.digest() };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Takes a stored file away again. */
export const dropStored = (folder: string, { storedAs }: Pick<StoredFile, "storedAs">): Promise<void> =>
  rm(join(folder, storedAs), { force: true });

const newFile = (path: string) => createWriteStream(path, { flags: "wx", mode: 0o640 });

/** How the name of a file ends that is not whole yet. */
const partial = ".part";

/** What was answered as received must survive a loss of power. */
async function flushed(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
