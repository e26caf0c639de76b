import { permissions } from "../permissions";
import type { Writer } from "../write";
import { hashOfKey, prefixOf } from "./key-text";

/** Makes ADMIN_API_KEY the one key of the environment: it may do everything, and without it there is none. */
export async function keepEnvironmentKey(
  { prisma, clock }: Pick<Writer, "prisma" | "clock">,
  { key, pepper }: { key: string | undefined; pepper: string },
): Promise<void> {
  const hash = key === undefined ? undefined : hashOfKey(key, pepper);
  await prisma.$transaction(async (tx) => {
    // Several processes may start at once.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(4203)::text`;
    const current = await tx.apiKey.findFirst({ where: { fromEnvironment: true, revokedAt: null } });
    if (current?.hash === hash) return;

    const by = { at: clock(), actor: "system" };
    if (current) {
      await tx.apiKey.update({ where: { id: current.id }, data: { revokedAt: by.at, revokedBy: "ADMIN_API_KEY" } });
      await tx.audit.create({ data: { ...by, action: "apikey.revoke", subject: `apikey:${current.id}` } });
    }
    if (key === undefined || hash === undefined) return;
    const facts = {
      name: "ADMIN_API_KEY",
      prefix: prefixOf(key),
      permissions: [...permissions],
      fromEnvironment: true,
      ownerId: null,
      createdBy: "ADMIN_API_KEY",
      createdAt: by.at,
      expiresAt: null,
      revokedAt: null,
      revokedBy: null,
    };
    // The same key may come back after another one had taken its place.
    const { id } = await tx.apiKey.upsert({ where: { hash }, create: { hash, ...facts }, update: facts });
    await tx.audit.create({ data: { ...by, action: "apikey.create", subject: `apikey:${id}` } });
  });
}
