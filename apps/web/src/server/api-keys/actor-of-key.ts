import type { Context, KeyHolder } from "../context";
import { permissions, permissionsIn, permissionsOf, roleOf } from "../permissions";
import { hashOfKey } from "./key-text";

/** A key that opens nothing, and why. */
export class KeyRefused extends Error {
  override name = "KeyRefused";

  constructor(readonly reason: "unknown" | "expired" | "revoked") {
    super(sentences[reason]);
  }
}

const sentences = {
  unknown: "This API key is none of ours.",
  expired: "This API key has expired; make a new one under Settings.",
  revoked: "This API key has been revoked, or the person it belongs to may no longer sign in.",
} as const;

/** How stale the last use may be that people are shown. */
const lastUseMs = 60_000;

type Needs = Pick<Context, "pool" | "clock" | "secretPepper">;

/** Who asks with this key, and what it may do right now: what it was given, of what its owner still may. */
export async function actorOfKey({ pool, clock, secretPepper }: Needs, bearer: string, from?: string) {
  const { rows } = await pool.query<KeySqlRow>({ ...find, values: [hashOfKey(bearer, secretPepper)] });
  const key = rows[0];
  if (!key) throw new KeyRefused("unknown");
  const now = clock();
  if (key.revoked_at || isOwnerGone(key)) throw new KeyRefused("revoked");
  if (key.expires_at && key.expires_at <= now) throw new KeyRefused("expired");

  if (!key.last_used_at || now.getTime() - key.last_used_at.getTime() > lastUseMs) {
    await pool.query("UPDATE api_key SET last_used_at = $2, last_used_from = $3 WHERE id = $1", [
      key.id,
      now,
      from ?? null,
    ]);
  }
  return holderOf(key);
}

// Every request asks this.
const find = {
  name: "api-key",
  text: `SELECT k.id, k.name, k.permissions, k.from_environment, k.owner_id, k.expires_at, k.revoked_at, k.last_used_at,
      u.id AS known_owner, u.role, u.banned
    FROM api_key k LEFT JOIN "user" u ON u.id = k.owner_id WHERE k.hash = $1`,
};

interface KeySqlRow {
  id: number;
  name: string;
  permissions: string[];
  from_environment: boolean;
  owner_id: string | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
  known_owner: string | null;
  role: string | null;
  banned: boolean | null;
}

const isOwnerGone = ({ owner_id, known_owner, banned }: KeySqlRow) =>
  owner_id !== null && (known_owner === null || banned === true);

function holderOf({ id, name, permissions: given, from_environment, owner_id, role }: KeySqlRow): KeyHolder {
  const ceiling = owner_id === null ? new Set(permissions) : permissionsOf(roleOf(role));
  const granted = from_environment ? permissions : permissionsIn(given).filter((one) => ceiling.has(one));
  return { is: "key", id: `key:${id}`, key: id, name, owner: owner_id ?? undefined, permissions: new Set(granted) };
}
