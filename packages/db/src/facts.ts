import type { TokenRecord } from "@chargehand/domain/authorization";
import type { FactNeeded, Facts } from "@chargehand/domain/facts";
import { foldToken, type TokenRef } from "@chargehand/domain/vocabulary";
import type { Leases } from "./leases";
import { loadFirstReport } from "./load-first-report";
import { loadSessions } from "./load-session";
import type { Queryable } from "./pool";

/** Fetches what a decision must know and the state in hand does not say. */
export interface FactSource {
  /** Answers at once, without a promise, what a cache or a lease already holds. */
  fetch(station: number, needed: readonly FactNeeded[]): Facts | Promise<Facts>;
  /** Forgets what is cached of all tokens; call it on a `token.changed` event. */
  forgetTokens(): void;
}

export interface FactSourceOptions {
  client: Queryable;
  leases: Leases;
  /** How long a token may be believed without asking again. */
  tokenTtlMs?: number;
}

export function createFactSource({ client, leases, tokenTtlMs = 2_000 }: FactSourceOptions): FactSource {
  const tokens = createTokenCache(client, tokenTtlMs);

  function fetchOne(station: number, need: FactNeeded): Facts | Promise<Facts> {
    switch (need.fact) {
      case "token":
        return tokens.find(need.token);
      case "ids":
        return takeIds(leases);
      case "session":
        return findSession(client, station, need.wireId).then((found) => ({ session: { found } }));
      case "same-start":
        return findSameStart(client, station, need).then((found) => ({ sameStart: { found } }));
      case "first-report":
        return loadFirstReport(client, station, need).then((found) => ({ firstReport: { found } }));
    }
  }

  return {
    fetch(station, needed) {
      const facts = needed.map((need) => fetchOne(station, need));
      return facts.every(isAtHand) ? merged(facts) : Promise.all(facts).then(merged);
    },
    forgetTokens: tokens.forget,
  };
}

const isAtHand = (facts: Facts | Promise<Facts>): facts is Facts => !(facts instanceof Promise);

const merged = (facts: readonly Facts[]): Facts => Object.assign({}, ...facts);

function takeIds({ session, transaction }: Leases): Facts | Promise<Facts> {
  const ids = { session: session.take(), transaction: transaction.take() };
  if (ids.session !== undefined && ids.transaction !== undefined) {
    return { ids: { session: ids.session, transaction: ids.transaction } };
  }
  return (async () => ({
    ids: { session: ids.session ?? (await session.next()), transaction: ids.transaction ?? (await transaction.next()) },
  }))();
}

/** The session that bears a name; an orphan, which never had one of its own, only if no other does. */
async function findSession(client: Queryable, station: number, wireId: string) {
  const named = "station_id = $1 AND wire_id = $2";
  const [session] = await loadSessions(client, `${named} AND NOT orphan`, [station, wireId]);
  if (session) return session;
  const [orphan] = await loadSessions(client, `${named} AND orphan ORDER BY id DESC LIMIT 1`, [station, wireId]);
  return orphan;
}

async function findSameStart(client: Queryable, station: number, start: Extract<FactNeeded, { fact: "same-start" }>) {
  const { evse, at, token, meterStartWh } = start;
  const sessions = await loadSessions(
    client,
    "station_id = $1 AND evse = $2 AND started_at = $3 AND meter_start_wh = $4 AND NOT orphan ORDER BY id",
    [station, evse, at, meterStartWh],
  );
  return sessions.find((session) => session.token && foldToken(session.token.value) === foldToken(token));
}

const mostTokens = 10_000;

function createTokenCache(client: Queryable, ttlMs: number) {
  const cache = new Map<string, { until: number; facts: Facts | Promise<Facts> }>();

  return {
    find(token: TokenRef): Facts | Promise<Facts> {
      const key = `${token.kind} ${foldToken(token.value)}`;
      const now = Date.now();
      const known = cache.get(key);
      if (known && known.until > now) return known.facts;
      const entry: { until: number; facts: Facts | Promise<Facts> } = { until: now + ttlMs, facts: {} };
      const facts = loadToken(client, token).then(
        (found) => (entry.facts = { token: { found } }),
        (error) => {
          cache.delete(key);
          throw error;
        },
      );
      entry.facts = facts;
      if (cache.size >= mostTokens) cache.clear();
      cache.set(key, entry);
      return facts;
    },
    forget: () => cache.clear(),
  };
}

interface TokenRow {
  value: string;
  kind: string;
  group: string | null;
  blocked: boolean;
  expires_at: Date | null;
}

/** 1.6 tells no kind, and an operator may not have given one: then the value alone counts, and a block above all. */
async function loadToken(client: Queryable, { value, kind }: TokenRef): Promise<TokenRecord | undefined> {
  const { rows } = await client.query<TokenRow>(
    `SELECT value, kind, "group", status = 'blocked' AS blocked, expires_at FROM token
     WHERE folded = $1 AND (kind = $2 OR kind = 'unknown' OR $2 = 'unknown')
     ORDER BY kind = $2 DESC, status = 'blocked' DESC, id LIMIT 1`,
    [foldToken(value), kind],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { expires_at, group, ...token } = row;
  return { ...token, group: group ?? undefined, expiresAt: expires_at ?? undefined };
}
