import { createHmac, randomBytes } from "node:crypto";

/** A new key: a mark by which scanners know it, and 192 bits of chance of which the first 32 are shown. */
export const newKey = () => `chg_${randomBytes(24).toString("hex")}`;

/** What may be shown of a key. One that was made elsewhere may be a sentence, so nothing of it is. */
export const prefixOf = (key: string) => (/^chg_[0-9a-f]{48}$/.test(key) ? key.slice(0, 12) : "");

/** By which a key is found again. The pepper lives outside the database, so its rows alone open nothing. */
export const hashOfKey = (key: string, pepper: string) =>
  createHmac("sha256", pepper).update("api-key:").update(key, "utf8").digest("base64url");
