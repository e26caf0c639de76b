import { foldToken } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";
import { containing, sqlParameters } from "../sql";
import { needsPersonSql, runsSql } from "./attention-sql";
import { type SessionSqlRow, sessionFrom, sessionSelect, toSessionRow } from "./rows";

export const sessionList = z.object({
  /** `attention`: whatever the status, something about it does not add up. */
  only: z.enum(["open", "ended", "attention"]).optional(),
  station: z.int().optional(),
  site: z.int().optional(),
  /** Exactly this token, whatever the case of its letters. */
  token: z.string().max(255).optional(),
  /** When we first heard of it, which is the order of the list. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  text: z.string().trim().max(200).optional(),
  limit: z.int().min(1).max(200).default(100),
  cursor: cursorOf(z.tuple([z.iso.datetime(), z.int()])).optional(),
});

/** Sessions, newest first by when we first heard of them. */
export async function listSessions(
  { pool }: Pick<Context, "pool">,
  { only, station, site, token, from, to, text, limit, cursor }: z.output<typeof sessionList>,
) {
  const parameters = sqlParameters();
  const words = text ? text.split(/\s+/) : [];
  const conditions = [
    "TRUE",
    ...(only ? [narrowings[only]] : []),
    ...(station === undefined ? [] : [`x.station_id = ${parameters.add(station)}`]),
    ...(site === undefined ? [] : [`x.station_id = ANY(${parameters.add(await stationsAt({ pool }, site))}::int[])`]),
    ...(token === undefined ? [] : [`upper(btrim(x.token)) = ${parameters.add(foldToken(token))}`]),
    ...(from === undefined ? [] : [`x.received_at >= ${parameters.add(from)}::timestamptz`]),
    ...(to === undefined ? [] : [`x.received_at < ${parameters.add(to)}::timestamptz`]),
    ...words.map((word) => wordSql(parameters.add(containing(word)))),
    ...(cursor
      ? [`(x.received_at, x.id) < (${parameters.add(cursor[0])}::timestamptz, ${parameters.add(cursor[1])}::int)`]
      : []),
  ];
  const { rows } = await pool.query<SessionSqlRow>(
    // The window is cut before anything is joined to it: many sessions run at once.
    `WITH x AS MATERIALIZED (
       SELECT * FROM session x WHERE ${conditions.join(" AND ")}
       ORDER BY x.received_at DESC, x.id DESC LIMIT ${parameters.add(limit + 1)}
     )
     ${sessionSelect} ${sessionFrom("x")} ORDER BY x.received_at DESC, x.id DESC`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
  return { rows: window.rows.map(toSessionRow), next: window.next };
}

/** Found first: whoever plans the statement must know whether these are a few or half of all. */
async function stationsAt({ pool }: Pick<Context, "pool">, site: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>("SELECT id FROM station WHERE site_id = $1", [site]);
  return rows.map(({ id }) => id);
}

/** How many sessions run, ended today, and need a person. */
export async function countSessions({ pool, clock }: Pick<Context, "pool" | "clock">) {
  const { rows } = await pool.query<{ open: number; today: number; attention: number }>(
    `SELECT (SELECT count(*)::int FROM session x WHERE ${runsSql}) AS open,
       (SELECT count(*)::int FROM session
         WHERE status = 'ended' AND received_at > $1::timestamptz - interval '24 hours') AS today,
       (SELECT count(*)::int FROM session x WHERE ${needsPersonSql}) AS attention`,
    [clock()],
  );
  return rows[0] ?? { open: 0, today: 0, attention: 0 };
}

const narrowings = {
  open: runsSql,
  ended: `NOT (${runsSql})`,
  attention: needsPersonSql,
} as const;

/** A word is found in the session itself, or in the names of its station and site. */
const wordSql = (word: string) => `(lower(concat_ws(' ', x.token, x.wire_id, x.id)) LIKE ${word} OR x.station_id IN (
  SELECT s.id FROM station s LEFT JOIN site ON site.id = s.site_id
  WHERE lower(concat_ws(' ', s.identity, s.name, site.name)) LIKE ${word}))`;
