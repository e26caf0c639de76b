import type { Queryable } from "./pool";

/** What a station is told of an image. */
export interface ImageToTell {
  version: string;
  /** Where it lies, if not with us. */
  location: string | undefined;
  fileName: string;
  /** MD5 in hexadecimal, of a file that lies with us. */
  md5: string | undefined;
  signature: string | undefined;
  certificate: string | undefined;
}

/** An image of the library; undefined once it was taken out of it. */
export async function findImage(db: Queryable, id: number): Promise<ImageToTell | undefined> {
  const { rows } = await db.query<Record<keyof ImageToTell, string | null> & { version: string }>(
    `SELECT version, location, file_name AS "fileName", encode(md5, 'hex') AS md5, signature, certificate FROM firmware_image WHERE id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  return {
    version: row.version,
    location: row.location ?? undefined,
    fileName: row.fileName ?? row.version,
    md5: row.md5 ?? undefined,
    signature: row.signature ?? undefined,
    certificate: row.certificate ?? undefined,
  };
}

/** Makes the address of an image good for one station. A command that is told again gets another address. */
export async function openDownload(
  db: Queryable,
  download: { image: number; station: number; command: number; tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  const { image, station, command, tokenHash, expiresAt } = download;
  await db.query(
    `INSERT INTO firmware_download (image_id, station_id, command_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (command_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
    [image, station, command, tokenHash, expiresAt],
  );
}
