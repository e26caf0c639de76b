import { z } from "zod";
import type { KeyRow } from "../../features/api-keys/key-view";
import type { SignedIn } from "../context";
import { Conflict, Forbidden, NotFound, Refused } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { permissions, permissionsIn } from "../permissions";
import { type Transaction, type Writer, write } from "../write";
import { hashOfKey, newKey, prefixOf } from "./key-text";

export const keyList = z.object({
  /** Also those that open nothing any more. */
  revoked: z.boolean().default(false),
  limit: z.int().min(1).max(200).default(100),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

/** Keys, newest first. */
export async function listKeys(
  { prisma }: Pick<SignedIn, "prisma">,
  { revoked, limit, cursor }: z.output<typeof keyList>,
) {
  const rows = await prisma.apiKey.findMany({
    where: { ...(!revoked && { revokedAt: null }), ...(cursor && { id: { lt: cursor[0] } }) },
    omit: { hash: true },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const window = windowOf(rows, limit, ({ id }) => [id]);
  return { rows: window.rows.map(toKeyRow), next: window.next };
}

type StoredKey = Omit<NonNullable<Awaited<ReturnType<Transaction["apiKey"]["findUnique"]>>>, "hash">;

const toKeyRow = (key: StoredKey): KeyRow => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  permissions: key.fromEnvironment ? [...permissions] : permissionsIn(key.permissions),
  isFromEnvironment: key.fromEnvironment,
  createdBy: key.createdBy,
  createdAt: key.createdAt,
  expiresAt: key.expiresAt ?? undefined,
  revoked: key.revokedAt ? { at: key.revokedAt, by: key.revokedBy ?? "" } : undefined,
  lastUsed: key.lastUsedAt ? { at: key.lastUsedAt, from: key.lastUsedFrom ?? undefined } : undefined,
});

export const keyCreation = z.object({
  name: z.string().trim().min(1, "A key needs a name by which people know what uses it.").max(100),
  permissions: z.array(z.enum(permissions)).min(1, "A key without a permission opens nothing."),
  expiresAt: z.date().optional(),
});

/** Makes a key; what is returned here is never seen again. */
export const createKey = (
  context: Writer & Pick<SignedIn, "person" | "secretPepper">,
  { name, permissions: wanted, expiresAt }: z.output<typeof keyCreation>,
): Promise<{ id: number; key: string }> =>
  write(context, async (tx, tell) => {
    const { person, clock, secretPepper } = context;
    const tooMuch = wanted.find((permission) => !person.permissions.has(permission));
    if (tooMuch) throw new Forbidden(tooMuch);
    if (expiresAt && expiresAt <= clock()) throw new Refused("This key would have expired before it was made.");

    const key = newKey();
    const facts = { name, permissions: permissionsIn(wanted), expiresAt: expiresAt ?? null };
    const { id } = await tx.apiKey.create({
      data: {
        ...facts,
        ...(await makerOf(tx, person, facts.expiresAt)),
        prefix: prefixOf(key),
        hash: hashOfKey(key, secretPepper),
        createdBy: person.name,
        createdAt: clock(),
      },
    });
    tell.audit({ action: "apikey.create", subject: `apikey:${id}`, after: { prefix: prefixOf(key), ...facts } });
    return { id, key };
  });

/** Whose the new key is. One that a key made belongs to the same person, and does not outlive its maker. */
async function makerOf(tx: Transaction, person: SignedIn["person"], expiresAt: Date | null) {
  if (person.is === "person") return { ownerId: person.id };
  const maker = await tx.apiKey.findUnique({ where: { id: person.key } });
  if (maker?.expiresAt && (!expiresAt || expiresAt > maker.expiresAt)) {
    throw new Refused("A key cannot make one that expires later than itself.");
  }
  return { ownerId: person.owner ?? null, madeByKeyId: person.key };
}

/** Ends a key for good, with every key that it made. */
export const revokeKey = (context: Writer, id: number): Promise<{ revoked: number }> =>
  write(context, async (tx, tell) => {
    const key = await tx.apiKey.findUnique({ where: { id } });
    if (!key) throw new NotFound(`There is no API key number ${id}.`);
    if (key.revokedAt) throw new Conflict("This key has been revoked already.");
    if (key.fromEnvironment) throw new Refused("This key is the environment's: take ADMIN_API_KEY away there.");

    const revoked = await tx.$queryRaw<{ id: number; name: string }[]>`
      WITH RECURSIVE family AS (
        SELECT id FROM api_key WHERE id = ${id}
        UNION SELECT k.id FROM api_key k JOIN family ON k.made_by_key_id = family.id
      )
      UPDATE api_key SET revoked_at = ${context.clock()}, revoked_by = ${context.person.name}
      WHERE id IN (SELECT id FROM family) AND revoked_at IS NULL AND NOT from_environment RETURNING id, name`;
    for (const { id: each, name } of revoked) {
      tell.audit({ action: "apikey.revoke", subject: `apikey:${each}`, before: { name } });
    }
    return { revoked: revoked.length };
  });
