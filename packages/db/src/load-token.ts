import type { TokenRecord } from "@chargehand/domain/authorization";
import { foldToken, type TokenRef } from "@chargehand/domain/vocabulary";
import type { Queryable } from "./pool";

interface TokenRow {
  n: number;
  value: string;
  kind: string;
  group: string | null;
  blocked: boolean;
  expires_at: Date | null;
}

/** What is kept of these tokens. 1.6 tells no kind, and an operator may not have given one: then the value alone counts, and a block above all. */
export async function findTokens(client: Queryable, tokens: readonly TokenRef[]): Promise<(TokenRecord | undefined)[]> {
  const { rows } = await client.query<TokenRow>(
    {
      name: "find-tokens",
      text: `SELECT asked.n::int, found.* FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked(folded, kind, n),
         LATERAL (
           SELECT value, kind, "group", status = 'blocked' AS blocked, expires_at FROM token t
           WHERE t.folded = asked.folded AND (t.kind = asked.kind OR t.kind = 'unknown' OR asked.kind = 'unknown')
           ORDER BY t.kind = asked.kind DESC, status = 'blocked' DESC, id LIMIT 1
         ) AS found`,
    },
    [tokens.map(({ value }) => foldToken(value)), tokens.map(({ kind }) => kind)],
  );
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return tokens.map((_, index) => toToken(byNumber.get(index + 1)));
}

function toToken(row: TokenRow | undefined): TokenRecord | undefined {
  if (!row) return undefined;
  const { value, kind, group, blocked, expires_at } = row;
  return { value, kind, group: group ?? undefined, blocked, expiresAt: expires_at ?? undefined };
}
