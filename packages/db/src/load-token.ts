import type { TokenRecord, TokenStanding } from "@chargehand/domain/authorization";
import type { Limit } from "@chargehand/domain/sessions/limit";
import type { TokenPlace, TypedConnector } from "@chargehand/domain/token-place";
import { foldToken, type TokenRef } from "@chargehand/domain/vocabulary";
import type { Queryable } from "./pool";

/** A token's columns as its decisions need them. */
export interface TokenFacts {
  value: string;
  kind: string;
  group: string | null;
  master: boolean;
  status: TokenStanding;
  valid_from: Date | null;
  expires_at: Date | null;
  max_sessions: number | null;
  places: TokenPlace[] | null;
  connector_types: string[];
  priority: number | null;
  max_energy_wh: number | null;
  max_seconds: number | null;
  max_cost: string | null;
  message: string | null;
  language: string | null;
}

/** The columns of `t`, a row of the tokens. Whether its group is a master pass is asked only of tokens with a group. */
export const tokenColumns = `t.value, t.kind, t."group", t.status, t.valid_from, t.expires_at, t.max_sessions, t.places, t.connector_types,
  t.priority, t.message, t.language, t.max_energy_wh, t.max_seconds, t.max_cost,
  t."group" IS NOT NULL AND EXISTS (SELECT FROM token_group g WHERE g.name = t."group" AND g.master_pass) AS master`;

/** What is kept of these tokens. 1.6 tells no kind, and an operator may not have given one: then the value alone counts, and a block above all. */
export async function findTokens(client: Queryable, tokens: readonly TokenRef[]): Promise<(TokenRecord | undefined)[]> {
  const { rows } = await client.query<TokenFacts & { n: number }>(
    {
      name: "find-tokens",
      text: `SELECT asked.n::int, found.* FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked(folded, kind, n),
         LATERAL (
           SELECT ${tokenColumns} FROM token t
           WHERE t.folded = asked.folded AND (t.kind = asked.kind OR t.kind = 'unknown' OR asked.kind = 'unknown')
           ORDER BY t.kind = asked.kind DESC, t.status = 'blocked' DESC, t.id LIMIT 1
         ) AS found`,
    },
    [tokens.map(({ value }) => foldToken(value)), tokens.map(({ kind }) => kind)],
  );
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return tokens.map((_, index) => {
    const row = byNumber.get(index + 1);
    return row && toTokenRecord(row);
  });
}

/** The sessions that run on each of these tokens now, of those that were let in. */
export async function findOpenSessions(client: Queryable, tokens: readonly TokenRef[]): Promise<number[][]> {
  const { rows } = await client.query<{ n: number; id: number }>(
    {
      name: "find-open-sessions",
      text: `SELECT asked.n::int, x.id FROM unnest($1::text[]) WITH ORDINALITY AS asked(folded, n)
         JOIN session x ON upper(btrim(x.token)) = asked.folded AND x.status = 'open' AND x.closed_at IS NULL
           AND x."authorization" = 'accepted'`,
    },
    [tokens.map(({ value }) => foldToken(value))],
  );
  return tokens.map((_, index) => rows.flatMap(({ n, id }) => (n === index + 1 ? [id] : [])));
}

/** The types of a station's connectors, as it told them among its variables. */
export async function findConnectorTypes(client: Queryable, station: number): Promise<TypedConnector[]> {
  const { rows } = await client.query<TypedConnector>(
    `SELECT DISTINCT evse, value AS type FROM variable
     WHERE station_id = $1 AND component = 'Connector' AND name = 'ConnectorType' AND attribute = 'actual'
       AND evse IS NOT NULL AND value <> ''`,
    [station],
  );
  return rows;
}

function limitOf({ max_energy_wh, max_seconds, max_cost }: TokenFacts): Limit | undefined {
  if (max_energy_wh === null && max_seconds === null && max_cost === null) return undefined;
  return { energyWh: max_energy_wh ?? undefined, seconds: max_seconds ?? undefined, cost: max_cost ?? undefined };
}

/** A token as decisions take it. */
export const toTokenRecord = (row: TokenFacts): TokenRecord => ({
  value: row.value,
  kind: row.kind,
  group: row.group ?? undefined,
  masterPass: row.master || undefined,
  standing: row.status,
  validFrom: row.valid_from ?? undefined,
  expiresAt: row.expires_at ?? undefined,
  maxSessions: row.max_sessions ?? undefined,
  places: row.places ?? undefined,
  connectorTypes: row.connector_types.length > 0 ? row.connector_types : undefined,
  priority: row.priority ?? undefined,
  limit: limitOf(row),
  message: row.message ?? undefined,
  language: row.language ?? undefined,
});
