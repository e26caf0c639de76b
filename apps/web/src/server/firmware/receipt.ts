import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Context } from "../context";
import { Refused } from "../errors";

/** A file that was uploaded and is nobody's yet. */
const uploaded = z.object({
  storedAs: z.string(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
  md5: z.string(),
  at: z.number(),
});
export type Uploaded = z.output<typeof uploaded>;

// What belongs to nothing after an hour is swept away.
const goodForMs = 45 * 60_000;

/** What whoever uploaded a file shows for it: only this console can have written it. */
export function receiptFor(file: Uploaded, pepper: string): string {
  const text = Buffer.from(JSON.stringify(file)).toString("base64url");
  return `${text}.${seal(text, pepper)}`;
}

/** The file that a receipt is for. */
export function readReceipt(
  receipt: string,
  { secretPepper, clock }: Pick<Context, "secretPepper" | "clock">,
): Uploaded {
  const [text = "", said = ""] = receipt.split(".");
  const right = Buffer.from(seal(text, secretPepper));
  const given = Buffer.from(said);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Refused("This is no file of ours.");
  const file = uploaded.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  if (clock().getTime() - file.at > goodForMs) throw new Refused("This file was sent too long ago; send it again.");
  return file;
}

const seal = (text: string, pepper: string) =>
  createHmac("sha256", pepper).update(`firmware ${text}`).digest("base64url");
