import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";

/** Locks a secret up that we must be able to read again: with a key from the pepper, which is not in the database. */
export function lockUp(secret: string, pepper: string): string {
  const nonce = randomBytes(12);
  const box = createCipheriv(cipher, keyFrom(pepper), nonce);
  const locked = Buffer.concat([box.update(secret, "utf8"), box.final()]);
  return Buffer.concat([nonce, box.getAuthTag(), locked]).toString("base64");
}

/** Takes a secret out again; throws when the pepper is another, or the box was tampered with. */
export function unlock(locked: string, pepper: string): string {
  const bytes = Buffer.from(locked, "base64");
  const box = createDecipheriv(cipher, keyFrom(pepper), bytes.subarray(0, 12));
  box.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([box.update(bytes.subarray(28)), box.final()]).toString("utf8");
}

const keyFrom = (pepper: string) =>
  Buffer.from(hkdfSync("sha256", pepper, "", "chargehand: signing secrets of webhooks", 32));
