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
