import type { Context } from "../context";
import { frameRef } from "../messages/reference";
import type { SessionSqlRow } from "./rows";

/** What else happened when the session ended, with what proves it. */
export interface Around {
  /** Other stations of the site whose connection broke within ten seconds of this one's, or else of the end. */
  dropped: { station: string; at: Date; connectors: number }[];
  siteStations: number;
  /** When this station's own connection broke near the end, and when it came back. */
  disconnectedAt: Date | null;
  reconnectedAt: Date | null;
  bootedAt: Date | null;
  bootReason: string | null;
  /** The messages that told the end, and that it had started again. */
  endFrame: string | null;
  bootFrame: string | null;
}

const nothingAround: Around = {
  dropped: [],
  siteStations: 0,
  disconnectedAt: null,
  reconnectedAt: null,
  bootedAt: null,
  bootReason: null,
  endFrame: null,
  bootFrame: null,
};

// Closed by ourselves: that says nothing about the site.
const oursSql =
  "(coalesce(n.close_code, 0) = 1012 OR coalesce(n.close_reason, '') IN ('the gateway died', 'a newer connection took over'))";
const frameSql = (condition: string) => `(SELECT jsonb_build_object('id', f.id::text,
    'micros', (extract(epoch FROM f.received_at) * 1000000)::bigint::text)
  FROM journal.frame f WHERE f.station_id = $1 AND ${condition} ORDER BY f.id LIMIT 1)`;

/** What the connections of a site and the events of a station say about the time of a session's end. */
export async function aroundTheEnd(
  { pool }: Pick<Context, "pool">,
  { id, station_id, site_id, endedAt, end_received_at }: SessionSqlRow & { end_received_at: Date | null },
): Promise<Around> {
  if (!endedAt) return nothingAround;
  const { rows } = await pool.query<AroundSqlRow>(
    `WITH lost AS (
       -- A station without power is missed when it does not answer: its connection may break long after its session, but
       -- before anything could be told of it.
       SELECT n.closed_at FROM connection n
       WHERE n.station_id = $1 AND n.closed_at BETWEEN $3::timestamptz - interval '2 minutes'
           AND greatest($3::timestamptz + interval '1 minute', $4::timestamptz)
         AND NOT ${oursSql}
       ORDER BY n.closed_at LIMIT 1
     ), moment AS (SELECT coalesce((SELECT closed_at FROM lost), $3::timestamptz) AS at),
     dropped AS (
       SELECT o.identity AS station, min(n.closed_at) AS at,
         (SELECT count(*)::int FROM connector c WHERE c.station_id = o.id AND c.evse > 0) AS connectors
       FROM moment, station o JOIN connection n ON n.station_id = o.id
       WHERE o.site_id = $2 AND o.id <> $1 AND NOT ${oursSql}
         AND n.closed_at BETWEEN moment.at - interval '10 seconds' AND moment.at + interval '10 seconds'
       GROUP BY o.id ORDER BY min(n.closed_at), o.identity
     )
     SELECT
       (SELECT coalesce(jsonb_agg(dropped), '[]') FROM dropped) AS dropped,
       (SELECT count(*)::int FROM station o WHERE o.site_id = $2 AND o.approval = 'approved') AS "siteStations",
       (SELECT closed_at FROM lost) AS "disconnectedAt",
       (SELECT min(n.opened_at) FROM connection n, lost WHERE n.station_id = $1 AND n.opened_at > lost.closed_at) AS "reconnectedAt",
       boot.at AS "bootedAt", boot.reason AS "bootReason",
       ${frameSql("f.received_at = $4::timestamptz AND f.session_id = $5")} AS "end",
       ${frameSql("f.received_at = boot.at")} AS boot
     FROM (SELECT) one
     LEFT JOIN LATERAL (
       SELECT e.received_at AS at, e.data->>'reason' AS reason FROM journal.event e
       WHERE e.station_id = $1 AND e.type = 'station.booted'
         AND e.received_at BETWEEN $3::timestamptz - interval '2 minutes' AND $3::timestamptz + interval '1 hour'
       ORDER BY e.received_at LIMIT 1
     ) boot ON TRUE`,
    [station_id, site_id, endedAt, end_received_at, id],
  );
  const row = rows[0];
  if (!row) return nothingAround;
  const { dropped, end, boot, ...rest } = row;
  const refOf = (frame: FrameJson | null) => frame && frameRef({ station: station_id, ...frame });
  return {
    ...rest,
    dropped: dropped.map((one) => ({ ...one, at: new Date(one.at) })),
    endFrame: refOf(end),
    bootFrame: refOf(boot),
  };
}

interface FrameJson {
  id: string;
  micros: string;
}

interface AroundSqlRow extends Omit<Around, "dropped" | "endFrame" | "bootFrame"> {
  dropped: { station: string; at: string; connectors: number }[];
  end: FrameJson | null;
  boot: FrameJson | null;
}
