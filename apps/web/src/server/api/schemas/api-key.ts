import { z } from "zod";
import type { KeyRow } from "../../../features/api-keys/key-view";
import { permissions } from "../../permissions";
import { number, time } from "./shared";

export const apiKey = z
  .object({
    id: number,
    name: z.string(),
    prefix: z.string().describe("Its first characters; empty for a key that was not made here."),
    permissions: z.array(z.enum(permissions)),
    fromEnvironment: z.boolean().describe("It is ADMIN_API_KEY, and taken away where that was set."),
    createdBy: z.string(),
    createdAt: time,
    expiresAt: time.nullable(),
    revoked: z.object({ at: time, by: z.string() }).nullable(),
    lastUsed: z.object({ at: time, from: z.string().nullable() }).nullable().describe("To the minute."),
  })
  .meta({ id: "ApiKey" });

export const toApiKey = (row: KeyRow): z.input<typeof apiKey> => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  permissions: row.permissions,
  fromEnvironment: row.isFromEnvironment,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt ?? null,
  revoked: row.revoked ?? null,
  lastUsed: row.lastUsed ? { at: row.lastUsed.at, from: row.lastUsed.from ?? null } : null,
});
