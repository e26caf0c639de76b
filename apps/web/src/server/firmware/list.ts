import { X509Certificate } from "node:crypto";
import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";

export const firmwareList = z.object({
  limit: z.int().min(1).max(200).default(100),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

/** Firmware of the library. What is not known of a file that lies elsewhere is null. */
export interface FirmwareRow {
  id: number;
  vendor: string;
  model: string;
  version: string;
  /** Where it lies, if not with us. */
  location: string | null;
  fileName: string | null;
  size: number | null;
  sha256: string | null;
  md5: string | null;
  isSigned: boolean;
  addedAt: Date;
  addedBy: string;
  /** How many stations of its model say that they run it. */
  runAt: number;
}

export interface FirmwareDetail extends FirmwareRow {
  /** How many stations of its model there are. */
  ofModel: number;
  notes: string | null;
  /** By whom it is signed, and until when stations take that. */
  signer: { subject: string; until: Date } | null;
}

// By the index on lower(vendor), lower(model), firmware_version.
const ofModel = `SELECT count(*)::int FROM station s
  WHERE s.approval = 'approved' AND lower(s.vendor) = lower(i.vendor) AND lower(s.model) = lower(i.model)`;
const columns = `i.id, i.vendor, i.model, i.version, i.location, i.file_name AS "fileName", i.size::float8 AS size,
  encode(i.sha256, 'hex') AS sha256, encode(i.md5, 'hex') AS md5, i.signature IS NOT NULL AS "isSigned", i.added_at AS "addedAt", i.added_by AS "addedBy",
  (${ofModel} AND s.firmware_version = i.version) AS "runAt"`;

/** The library, what came last first. */
export async function listFirmware({ pool }: Pick<Context, "pool">, { limit, cursor }: z.output<typeof firmwareList>) {
  const { rows } = await pool.query<FirmwareRow>(
    `SELECT ${columns} FROM firmware_image i WHERE $2::int IS NULL OR i.id < $2 ORDER BY i.id DESC LIMIT $1`,
    [limit + 1, cursor?.[0] ?? null],
  );
  return windowOf(rows, limit, ({ id }) => [id]);
}

/** One image, with all that is known of it. */
export async function firmwareById({ pool }: Pick<Context, "pool">, id: number): Promise<FirmwareDetail> {
  const { rows } = await pool.query<Omit<FirmwareDetail, "signer"> & { certificate: string | null }>(
    `SELECT ${columns}, (${ofModel}) AS "ofModel", i.notes, i.certificate FROM firmware_image i WHERE i.id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) throw new NotFound(`There is no firmware number ${id}.`);
  const { certificate, ...facts } = row;
  return { ...facts, signer: certificate === null ? null : signerOf(certificate) };
}

export const downloadList = z.object({
  id: z.int(),
  limit: z.int().min(1).max(200).default(50),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

/** A station that was given the address of an image, and how far it has come with it. */
export interface DownloadRow {
  id: number;
  station: string;
  command: number;
  givenAt: Date;
  expiresAt: Date;
  reached: number;
  size: number;
  begunAt: Date | null;
  lastAt: Date | null;
  completedAt: Date | null;
  /** What it runs now. */
  firmware: string | null;
}

/** Who was given the address of an image, the last first. */
export async function listDownloads(
  { pool }: Pick<Context, "pool">,
  { id: image, limit, cursor }: z.output<typeof downloadList>,
) {
  const { rows } = await pool.query<DownloadRow>(
    `SELECT d.id, s.identity AS station, d.command_id AS command, d.given_at AS "givenAt", d.expires_at AS "expiresAt",
       d.reached::float8 AS reached, i.size::float8 AS size, d.begun_at AS "begunAt", d.last_at AS "lastAt",
       d.completed_at AS "completedAt", s.firmware_version AS firmware
     FROM firmware_download d JOIN firmware_image i ON i.id = d.image_id JOIN station s ON s.id = d.station_id
     WHERE d.image_id = $1 AND ($3::int IS NULL OR d.id < $3) ORDER BY d.id DESC LIMIT $2`,
    [image, limit + 1, cursor?.[0] ?? null],
  );
  return windowOf(rows, limit, ({ id }) => [id]);
}

function signerOf(pem: string) {
  const { subject, validTo } = new X509Certificate(pem);
  return { subject: subject.replaceAll("\n", ", "), until: new Date(validTo) };
}
