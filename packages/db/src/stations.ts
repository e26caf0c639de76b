import type { DomainEvent } from "@chargehand/domain/event";
import type { Approval, OcppVersion } from "@chargehand/domain/vocabulary";
import type { Queryable } from "./pool";

/** What the handshake must know of a station before it lets it in. */
export interface StationAccess {
  id: number;
  identity: string;
  approval: Approval;
  assumedVersion?: OcppVersion;
  securityProfile: number;
  passwordless: boolean;
  secret?: { hash: string; salt: string };
}

/** Finds a station by the name on the wire: exactly, or by its letters whatever their case when only one is meant. */
export async function findStation(db: Queryable, identity: string): Promise<StationAccess | undefined> {
  const { rows } = await db.query<AccessRow>(
    `SELECT id, identity, approval, assumed_version, security_profile, passwordless, secret_hash, secret_salt
     FROM station WHERE identity = $1 OR identity_folded = $2 ORDER BY identity = $1 DESC LIMIT 2`,
    [identity, identity.toLowerCase()],
  );
  const [first, second] = rows;
  if (!first || (first.identity !== identity && second)) return undefined;
  return toAccess(first);
}

/** Makes the row of a station that nobody told us of; `undefined` when too many are waiting already. */
export async function announceStation(
  db: Queryable,
  { identity, approval, mostWaiting }: { identity: string; approval: "waiting" | "approved"; mostWaiting: number },
): Promise<StationAccess | undefined> {
  const told: DomainEvent = { type: "station.changed", what: approval === "waiting" ? "announced" : "added" };
  const { rows } = await db.query<AccessRow>(
    `WITH made AS (
       INSERT INTO station (identity, identity_folded, approval, passwordless, security_profile)
       SELECT $1, $2, $3, $3 = 'approved', CASE $3 WHEN 'approved' THEN 0 ELSE 1 END
       WHERE $3 = 'approved' OR (SELECT count(*) FROM station WHERE approval = 'waiting') < $4
       ON CONFLICT (identity) DO NOTHING
       RETURNING *
     ), told AS (
       INSERT INTO journal.event (id, type, station_id, at, received_at, data)
       SELECT nextval('journal.event_id'), 'station.changed', id, now(), now(), $5::jsonb FROM made
     )
     SELECT id, identity, approval, assumed_version, security_profile, passwordless, secret_hash, secret_salt FROM made`,
    [identity, identity.toLowerCase(), approval, mostWaiting, JSON.stringify(told)],
  );
  // Nothing made: another connection of the same name was quicker, or there is no room.
  return rows[0] ? toAccess(rows[0]) : findStation(db, identity);
}

/** A connection that has proved who it is. */
export interface Arrival {
  station: number;
  gateway: number;
  version: OcppVersion;
  remoteAddress: string;
  userAgent?: string;
  authenticated: "none" | "password" | "password-hex";
}

/**
 * Makes a new connection the station's only one: from now on what an older one says is refused. The row of a connection
 * claimed in the same instant is not yet visible here and stays open: the gateway that made it ends it.
 */
export async function takeStation(
  db: Queryable,
  { station, gateway, version, remoteAddress, userAgent, authenticated }: Arrival,
): Promise<{ epoch: number; previousGateway: number | undefined }> {
  const told: DomainEvent = { type: "station.connected", version };
  const { rows } = await db.query<{ epoch: string; previous: number | null }>(
    `WITH old AS MATERIALIZED (
       SELECT id, gateway_id, epoch FROM station WHERE id = $1 FOR UPDATE
     ), new AS MATERIALIZED (
       SELECT old.*, nextval('journal.epoch') AS next FROM old
     ), taken AS (
       UPDATE station s SET epoch = new.next, gateway_id = $2, connected = true, version = $3,
         connected_at = now(), last_seen_at = now()
       FROM new WHERE s.id = new.id
     ), ended AS (
       UPDATE connection c SET closed_at = now(), close_code = 1008, close_reason = 'a newer connection took over'
       FROM old WHERE c.epoch = old.epoch AND c.closed_at IS NULL
     ), opened AS (
       INSERT INTO connection (epoch, station_id, gateway_id, version, remote_address, user_agent, authenticated, opened_at)
       SELECT next, id, $2, $3, $4, $5, $6, now() FROM new
     ), told AS (
       INSERT INTO journal.event (id, type, station_id, at, received_at, data)
       SELECT nextval('journal.event_id'), 'station.connected', id, now(), now(), $7::jsonb FROM new
     )
     SELECT next AS epoch, gateway_id AS previous FROM new`,
    [station, gateway, version, remoteAddress, userAgent ?? null, authenticated, JSON.stringify(told)],
  );
  const row = rows[0];
  if (!row) throw new Error(`Station ${station} is gone`);
  return { epoch: Number(row.epoch), previousGateway: row.previous ?? undefined };
}

/** Ends a connection. True when it was the station's current one, so that the station is now disconnected. */
export async function releaseStation(
  db: Queryable,
  { station, epoch, code, reason }: { station: number; epoch: number; code: number; reason: string },
): Promise<boolean> {
  const told: DomainEvent = { type: "station.disconnected", closeCode: code, closeReason: reason };
  const { rows } = await db.query(
    `WITH ended AS (
       UPDATE connection SET closed_at = now(), close_code = $3, close_reason = $4 WHERE epoch = $2 AND closed_at IS NULL
     ), released AS (
       UPDATE station SET connected = false, disconnected_at = now() WHERE id = $1 AND epoch = $2 AND connected
       RETURNING id
     )
     INSERT INTO journal.event (id, type, station_id, at, received_at, data)
     SELECT nextval('journal.event_id'), 'station.disconnected', id, now(), now(), $5::jsonb FROM released
     RETURNING station_id`,
    [station, epoch, code, reason, JSON.stringify(told)],
  );
  return rows.length > 0;
}

/** What the operator may change under a connected station. */
export async function readStanding(db: Queryable, station: number): Promise<Standing | undefined> {
  const { rows } = await db.query<{
    site_id: number | null;
    approval: Approval;
    heartbeat_seconds: number;
    needs_password: boolean;
  }>(
    `SELECT site_id, approval, heartbeat_seconds, NOT passwordless AND security_profile > 0 AS needs_password
     FROM station WHERE id = $1`,
    [station],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { approval, heartbeat_seconds, needs_password, site_id } = row;
  return {
    approval,
    heartbeatSeconds: heartbeat_seconds,
    needsPassword: needs_password,
    site: site_id ?? undefined,
  };
}

interface Standing {
  approval: Approval;
  heartbeatSeconds: number;
  needsPassword: boolean;
  site?: number;
}

/** A connection as its gateway believes it to be. */
export interface HeldConnection {
  station: number;
  epoch: number;
  /** Milliseconds by which the station's clock was last seen ahead of ours. */
  clockSkewMs?: number;
}

/** Writes the clock skew seen on each connection, and returns the stations that have since connected elsewhere. */
export async function confirmConnections(db: Queryable, held: readonly HeldConnection[]): Promise<number[]> {
  if (held.length === 0) return [];
  const { rows } = await db.query<{ id: number }>(
    `WITH held AS MATERIALIZED (
       SELECT * FROM unnest($1::integer[], $2::bigint[], $3::integer[]) AS held(id, epoch, skew)
     ), noted AS (
       UPDATE station s SET clock_skew_ms = held.skew FROM held
       WHERE s.id = held.id AND s.epoch = held.epoch AND held.skew IS NOT NULL
         AND s.clock_skew_ms IS DISTINCT FROM held.skew
     )
     SELECT held.id FROM held LEFT JOIN station s ON s.id = held.id AND s.epoch = held.epoch WHERE s.id IS NULL`,
    [
      held.map(({ station }) => station),
      held.map(({ epoch }) => epoch),
      held.map(({ clockSkewMs }) => clockSkewMs ?? null),
    ],
  );
  return rows.map(({ id }) => id);
}

interface AccessRow {
  id: number;
  identity: string;
  approval: Approval;
  assumed_version: OcppVersion | null;
  security_profile: number;
  passwordless: boolean;
  secret_hash: string | null;
  secret_salt: string | null;
}

function toAccess(row: AccessRow): StationAccess {
  return {
    id: row.id,
    identity: row.identity,
    approval: row.approval,
    assumedVersion: row.assumed_version ?? undefined,
    securityProfile: row.security_profile,
    passwordless: row.passwordless,
    secret: row.secret_hash && row.secret_salt ? { hash: row.secret_hash, salt: row.secret_salt } : undefined,
  };
}
