import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What is kept of a secret. */
export interface HashedSecret {
  hash: string;
  salt: string;
}

/** How a presented password matched: as the text itself, as hex text in other letter case, or as the bytes the hex text stands for. */
export type SecretForm = "text" | "other-case" | "bytes";

/**
 * A new secret that every version can carry: 40 hex digits. 2.x sends them as text; 1.6 sends the 20 bytes that they
 * stand for, its AuthorizationKey.
 */
export const newSecret = () => randomBytes(20).toString("hex");

/** Hashes a secret for keeping. It is random and long, so one HMAC is enough; a slow hash would make a reconnect storm cost minutes. */
export function hashSecret(secret: string, pepper: string): HashedSecret {
  const salt = randomBytes(16).toString("base64");
  return { hash: digest(normalise(secret), salt, pepper).toString("base64"), salt };
}

/** Whether a presented password is the secret, and in which form it came; undefined when it is not. */
export function verifySecret(presented: Buffer, { hash, salt }: HashedSecret, pepper: string): SecretForm | undefined {
  const stored = Buffer.from(hash, "base64");
  const matches = (candidate: string) => {
    const computed = digest(candidate, salt, pepper);
    return computed.length === stored.length && timingSafeEqual(computed, stored);
  };
  const text = presented.toString("utf8");
  const asText = matches(normalise(text));
  const asBytes = matches(presented.toString("hex"));
  if (asText) return text === normalise(text) ? "text" : "other-case";
  return asBytes ? "bytes" : undefined;
}

// Hex digits mean the same in either letter case; any other password is taken letter for letter.
const normalise = (secret: string) => (/^[0-9a-f]{32,40}$/i.test(secret) ? secret.toLowerCase() : secret);

const digest = (secret: string, salt: string, pepper: string) =>
  createHmac("sha256", pepper).update(Buffer.from(salt, "base64")).update(secret, "utf8").digest();
