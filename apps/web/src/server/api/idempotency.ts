import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Context } from "../context";
import { Trouble } from "./problems";

const keptHours = 24;

/** A request that is not to be done twice. */
export interface Once {
  /** The api key's number: two programs may use the same words. */
  apiKey: number;
  /** What the caller calls this request. */
  key: string;
  /** Seals the answer: it may hold a secret that is shown once, and we keep none. */
  bearer: string;
  /** Everything that makes it this request and no other. */
  request: readonly (string | Buffer)[];
}

const answer = z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string().nullable() });
export type KeptAnswer = z.output<typeof answer>;

type Db = Pick<Context, "pool" | "clock">;

/** The header's value as a key. */
export function idempotencyKeyOf(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const message = "An idempotency key is 1 to 255 printable characters without spaces.";
  throw new Trouble("invalid-request", message, { errors: [{ in: "header", path: "Idempotency-Key", message }] });
}

/** Does the work the first time, and gives its answer again, whatever it was, for a day after that. */
export async function once(
  db: Db,
  asked: Once,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { again: boolean }> {
  const fingerprint = fingerprintOf(asked.request);
  const earlier = await reserve(db, asked, fingerprint);
  if (earlier) return { ...earlierAnswer(earlier, asked, fingerprint), again: true };

  const done = await work();
  await db.pool.query("UPDATE idempotent_request SET answer = $3 WHERE api_key_id = $1 AND key = $2", [
    asked.apiKey,
    asked.key,
    seal(JSON.stringify(done), asked.bearer),
  ]);
  return { ...done, again: false };
}

interface EarlierRow {
  fingerprint: Buffer;
  answer: Buffer | null;
}

/** Whoever makes the row does the work; everybody else finds it there. */
async function reserve(
  { pool, clock }: Db,
  { apiKey, key }: Once,
  fingerprint: Buffer,
): Promise<EarlierRow | undefined> {
  await pool.query("DELETE FROM idempotent_request WHERE created_at < $1::timestamptz - $2::int * interval '1 hour'", [
    clock(),
    keptHours,
  ]);
  const { rowCount } = await pool.query(
    `INSERT INTO idempotent_request (api_key_id, key, fingerprint, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [apiKey, key, fingerprint, clock()],
  );
  if (rowCount === 1) return undefined;
  const { rows } = await pool.query<EarlierRow>(
    "SELECT fingerprint, answer FROM idempotent_request WHERE api_key_id = $1 AND key = $2",
    [apiKey, key],
  );
  return rows[0] ?? { fingerprint, answer: null };
}

function earlierAnswer(earlier: EarlierRow, { bearer }: Once, fingerprint: Buffer): KeptAnswer {
  if (!earlier.fingerprint.equals(fingerprint)) {
    throw new Trouble("idempotency-key-reused", "It was used for another address or another body; take a new one.");
  }
  if (!earlier.answer) {
    throw new Trouble(
      "request-in-progress",
      "The first request with this key has no answer yet. If it was cut off, see what it did before you send it anew.",
    );
  }
  return answer.parse(JSON.parse(unseal(earlier.answer, bearer)));
}

function fingerprintOf(parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}

const sealing = (bearer: string, salt: Buffer) =>
  Buffer.from(hkdfSync("sha256", bearer, salt, "chargehand idempotent answer", 32));

function seal(text: string, bearer: string): Buffer {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealing(bearer, salt), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), sealed]);
}

function unseal(sealed: Buffer, bearer: string): string {
  const decipher = createDecipheriv("aes-256-gcm", sealing(bearer, sealed.subarray(0, 16)), sealed.subarray(16, 28));
  decipher.setAuthTag(sealed.subarray(28, 44));
  return Buffer.concat([decipher.update(sealed.subarray(44)), decipher.final()]).toString("utf8");
}
