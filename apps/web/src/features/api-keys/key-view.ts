import type { Permission } from "@/server/permissions";

/** An API key as people may see it. */
export interface KeyRow {
  id: number;
  name: string;
  /** Its first characters; nothing of a key that was not made here. */
  prefix: string;
  permissions: Permission[];
  /** ADMIN_API_KEY: taken away where it was set, not here. */
  isFromEnvironment: boolean;
  createdBy: string;
  createdAt: Date;
  expiresAt?: Date;
  revoked?: { at: Date; by: string };
  lastUsed?: { at: Date; from?: string };
}

/** What is asked about a new key. */
export interface NewKey {
  name: string;
  permissions: Permission[];
  expiresAt?: Date;
}

/** Whether a key opens anything at this moment. */
export function keyState({ revoked, expiresAt }: Pick<KeyRow, "revoked" | "expiresAt">, now: number) {
  if (revoked) return "revoked";
  return expiresAt && expiresAt.getTime() <= now ? "expired" : "valid";
}
