import { type TokenStanding, tokenStandings } from "@chargehand/domain/authorization";
import type { TokenPlace } from "@chargehand/domain/token-place";
import { foldToken, price } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { TokenRow } from "../../features/tokens/token-view";
import type { Context } from "../context";
import { Conflict, NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { containing, sqlParameters } from "../sql";
import { type Transaction, type Writer, write } from "../write";
import { type Consequences, follow } from "./consequences";

export const tokenList = z.object({
  text: z.string().trim().max(200).optional(),
  status: z.enum(tokenStandings).optional(),
  kind: z.string().max(40).optional(),
  group: z.string().max(255).optional(),
  limit: z.int().min(1).max(500).default(100),
  cursor: cursorOf(z.tuple([z.string(), z.int()])).optional(),
});

/** Tokens in the order of their letters. */
export async function listTokens(
  { pool }: Pick<Context, "pool">,
  { text, status, kind, group, limit, cursor }: z.output<typeof tokenList>,
) {
  const parameters = sqlParameters();
  const words = text ? text.split(/\s+/) : [];
  const conditions = [
    ...words.map((word) => `${wordsOfToken} LIKE ${parameters.add(containing(word))}`),
    ...(status ? [`t.status = ${parameters.add(status)}`] : []),
    ...(kind ? [`t.kind = ${parameters.add(kind)}`] : []),
    ...(group ? [`t."group" = ${parameters.add(group)}`] : []),
    ...(cursor ? [`(t.folded, t.id) > (${parameters.add(cursor[0])}, ${parameters.add(cursor[1])}::int)`] : []),
  ];
  const { rows } = await pool.query<TokenSqlRow>(
    `${select} ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
     ORDER BY t.folded, t.id LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ folded, id }) => [folded, id]);
  return { rows: window.rows.map(toTokenRow), next: window.next };
}

/** One token. */
export async function tokenById({ pool }: Pick<Context, "pool">, id: number): Promise<TokenRow> {
  const { rows } = await pool.query<TokenSqlRow>(`${select} WHERE t.id = $1`, [id]);
  if (!rows[0]) throw new NotFound(`There is no token number ${id}.`);
  return toTokenRow(rows[0]);
}

// The index `token_words` is over exactly this expression.
const wordsOfToken = `lower(t.value || ' ' || coalesce(t."group", '') || ' ' || coalesce(t.note, ''))`;

const select = `SELECT t.*, running.id AS session_id, running.identity, running.count::int AS running, used.at AS used_at,
    coalesce(g.master_pass, false) AS master_pass
  FROM token t LEFT JOIN token_group g ON g.name = t."group" LEFT JOIN LATERAL (
    SELECT x.id, s.identity, count(*) OVER () AS count FROM session x JOIN station s ON s.id = x.station_id
    WHERE x.status = 'open' AND upper(btrim(x.token)) = t.folded ORDER BY x.id DESC LIMIT 1
  ) running ON TRUE LEFT JOIN LATERAL (
    SELECT x.received_at AS at FROM session x WHERE upper(btrim(x.token)) = t.folded
    ORDER BY x.received_at DESC, x.id DESC LIMIT 1
  ) used ON TRUE`;

interface TokenSqlRow {
  id: number;
  value: string;
  folded: string;
  kind: string;
  group: string | null;
  master_pass: boolean;
  status: TokenStanding;
  valid_from: Date | null;
  max_sessions: number | null;
  max_energy_wh: number | null;
  max_seconds: number | null;
  max_cost: string | null;
  places: TokenPlace[] | null;
  connector_types: string[];
  priority: number | null;
  message: string | null;
  language: string | null;
  running: number | null;
  used_at: Date | null;
  expires_at: Date | null;
  note: string | null;
  created_at: Date;
  session_id: number | null;
  identity: string | null;
}

const toTokenRow = (row: TokenSqlRow): TokenRow => ({
  id: String(row.id),
  value: row.value,
  kind: row.kind,
  group: row.group ?? undefined,
  note: row.note ?? undefined,
  masterPass: row.master_pass,
  standing: row.status,
  validFrom: row.valid_from ?? undefined,
  maxSessions: row.max_sessions ?? undefined,
  maxEnergyWh: row.max_energy_wh ?? undefined,
  maxSeconds: row.max_seconds ?? undefined,
  maxCost: row.max_cost ?? undefined,
  places: row.places ?? undefined,
  connectorTypes: row.connector_types.length > 0 ? row.connector_types : undefined,
  priority: row.priority ?? undefined,
  message: row.message ?? undefined,
  language: row.language ?? undefined,
  running: row.running ?? 0,
  lastUsedAt: row.used_at ?? undefined,
  expiresAt: row.expires_at ?? undefined,
  createdAt: row.created_at,
  charging:
    row.session_id !== null && row.identity !== null
      ? { sessionId: String(row.session_id), station: row.identity }
      : undefined,
});

/** Where a token may charge, as it comes from a browser: nowhere at all is no place to send somebody. */
export const tokenPlaces = z
  .array(
    z.union([
      z.strictObject({ site: z.int() }),
      z.strictObject({ station: z.int(), evse: z.int().min(1).max(10_000).optional() }),
    ]),
  )
  .min(1, "Name a place, or leave the places out.")
  .max(500);

export const tokenAddition = z.object({
  // 255 is what the longest version allows; cards have 20 at most.
  value: z.string().trim().min(1, "A token needs a value.").max(255),
  kind: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{1,40}$/, "A kind is one word in lower case, like iso14443.")
    .default("unknown"),
  group: z.string().trim().max(255).optional(),
  expiresAt: z.date().optional(),
  note: z.string().trim().max(1_000).optional(),
  validFrom: z.date().optional(),
  maxSessions: z.int().min(1, "At least one session at once.").max(1_000).optional(),
  // Of each of its sessions.
  maxEnergyWh: z.number().positive("More than nothing.").max(10_000_000).optional(),
  maxSeconds: z.int().min(60, "At least a minute.").max(31_536_000).optional(),
  maxCost: z
    .string()
    .trim()
    .regex(price, "A sum is a decimal number, like 20 or 19.50.")
    .refine((sum) => Number(sum) > 0, "More than nothing.")
    .optional(),
  places: tokenPlaces.optional(),
  connectorTypes: z.array(z.string().trim().min(1).max(20)).max(50).optional(),
  priority: z.int().min(-9).max(9).optional(),
  // What 2.x has room for.
  message: z.string().trim().max(512).optional(),
  language: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,4})?$/, "A language is a code, like de or pt-BR.")
    .optional(),
});

/** Makes a token known. */
export const addToken = (context: Writer, addition: z.output<typeof tokenAddition>) =>
  write(context, async (tx, tell) => {
    const { value, kind, group, expiresAt, note, places, ...terms } = addition;
    const folded = foldToken(value);
    if (await tx.token.findUnique({ where: { folded_kind: { folded, kind } } })) {
      throw new Conflict(`There is a token ${folded} of the kind ${kind} already.`);
    }
    const { id } = await tx.token.create({
      data: {
        ...terms,
        value,
        folded,
        kind,
        group: group || null,
        expiresAt: expiresAt ?? null,
        note: note || null,
        places,
      },
    });
    tell.audit({
      action: "token.add",
      subject: `token:${id}`,
      after: { value, kind, group: group ?? null, expiresAt: expiresAt?.toISOString() ?? null },
    });
    tell.event({ event: { type: "token.changed", token: value } });
    return { id };
  });

/** Blocks a token, or lets it charge again. */
export const setTokenStatus = (
  context: Writer,
  { id, ...wishes }: { id: number } & Consequences,
  status: TokenStanding,
) =>
  write(context, async (tx, tell) => {
    const before = await tokenForChange(tx, id);
    await tx.token.update({ where: { id }, data: { status } });
    tell.audit({
      action: status === "active" ? "token.unblock" : "token.block",
      subject: `token:${id}`,
      before: { status: before.status },
      after: { status },
    });
    tell.event({ event: { type: "token.changed", token: before.value } });
    await follow(context, tx, tell, before, wishes);
  });

/** Forgets a token; whoever presents it is a stranger from now on. */
export const removeToken = (context: Writer, { id, ...wishes }: { id: number } & Consequences) =>
  write(context, async (tx, tell) => {
    const before = await tokenForChange(tx, id);
    const { value, kind, group, status } = before;
    await tx.token.delete({ where: { id } });
    tell.audit({ action: "token.remove", subject: `token:${id}`, before: { value, kind, group, status } });
    tell.event({ event: { type: "token.changed", token: value } });
    await follow(context, tx, tell, before, wishes);
  });

/** A token that is about to be changed. */
export async function tokenForChange(tx: Transaction, id: number) {
  const token = await tx.token.findUnique({ where: { id } });
  if (!token) throw new NotFound("This token has been removed already.");
  return token;
}
