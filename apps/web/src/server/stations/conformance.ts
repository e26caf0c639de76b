import type { z } from "zod";
import type { Context } from "../context";
import { microsSql } from "../messages/frame-row";
import { frameRef } from "../messages/reference";
import type { stationAsked } from "./around";

/** In which way frames were not as they should be. */
export const oddities = [
  "unreadable",
  "schema",
  "unknown-action",
  "refused",
  "repeated",
  "unasked",
  "time",
  "tolerated",
  "no-answer",
  "unusable-answer",
  "error-answer",
] as const;
type Oddity = (typeof oddities)[number];

/** Frames that were odd in the same way. */
export interface ConformanceNote {
  kind: Oddity;
  /** What they were about: an action, or what was tolerated. */
  what: string;
  count: number;
  /** Of them in the last 24 hours. */
  lately: number;
  lastAt: Date;
  /** The last of them. */
  frame: string;
}

export interface Conformance {
  notes: ConformanceNote[];
  /** Since when they were counted: less long if there were too many to count. */
  since: Date;
  /** Milliseconds the station's clock is ahead of ours. */
  clockSkewMs: number | null;
}

/** What was odd about a station's frames in the last week, out of what the journal flagged as they came. */
export async function conformanceOf(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { station }: z.output<typeof stationAsked>,
): Promise<Conformance> {
  const now = clock();
  const since = new Date(now.getTime() - weekMs);
  const { rows } = await pool.query<SqlRow>(
    `WITH odd AS (
       SELECT f.id, f.received_at, f.direction, f.action, f.verdict, f.note FROM journal.frame f
       WHERE f.station_id = $1 AND f.received_at > $2 AND (f.verdict NOT IN ('ok', 'sent') OR f.note IS NOT NULL)
       ORDER BY f.received_at DESC LIMIT ${mostRead}
     ), told AS (SELECT *, ${kindSql} AS kind, coalesce(action, '') AS what FROM odd)
     SELECT kind, CASE WHEN kind IN ('time', 'tolerated') THEN ${shortNoteSql} ELSE what END AS what,
       count(*)::int AS count, (count(*) FILTER (WHERE received_at > $3))::int AS lately, max(received_at) AS "lastAt",
       (array_agg(id::text ORDER BY received_at DESC, id DESC))[1] AS id,
       ${microsSql("max(received_at)")} AS micros,
       (SELECT count(*)::int FROM odd) AS read, (SELECT min(received_at) FROM odd) AS first
     FROM told GROUP BY 1, 2 ORDER BY count DESC, "lastAt" DESC LIMIT 100`,
    [station, since, new Date(now.getTime() - dayMs)],
  );
  const skew = await pool.query<{ ms: number | null }>("SELECT clock_skew_ms AS ms FROM station WHERE id = $1", [
    station,
  ]);
  const [first] = rows;
  return {
    notes: rows.map(({ id, micros, read: _, first: __, ...note }) => ({
      ...note,
      frame: frameRef({ station, micros, id }),
    })),
    since: first && first.read >= mostRead ? first.first : since,
    clockSkewMs: skew.rows[0]?.ms ?? null,
  };
}

interface SqlRow extends Omit<ConformanceNote, "frame"> {
  id: string;
  micros: string;
  read: number;
  first: Date;
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** A station that is odd with every frame is told so as well by twenty thousand of them. */
const mostRead = 20_000;

/** The kind of a frame: by what was answered, else by what was noted. */
const kindSql = `CASE
  WHEN verdict = 'repeated' THEN 'repeated'
  WHEN verdict = 'ignored' THEN 'unasked'
  WHEN verdict = 'timeout' THEN 'no-answer'
  WHEN verdict = 'invalid' THEN 'unusable-answer'
  WHEN verdict IN ('ok', 'sent') AND note ~* 'time|offset' THEN 'time'
  WHEN verdict IN ('ok', 'sent') THEN 'tolerated'
  WHEN direction = 1 THEN 'error-answer'
  WHEN action IS NULL THEN 'unreadable'
  WHEN verdict ~ 'Not(Implemented|Supported)$' THEN 'unknown-action'
  WHEN verdict ~ '(Constraint|Format|Formation|Protocol)' THEN 'schema'
  ELSE 'refused' END`;

/** What was tolerated, without the value it was tolerated in. */
const shortNoteSql = "left(split_part(note, ':', 1), 120)";
