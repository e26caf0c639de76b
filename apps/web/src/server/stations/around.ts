import { z } from "zod";
import type { Context } from "../context";

/** What tells a dead station from a dead site: its own line, and how the site's other stations fare. */
export interface StationAround {
  /** Null: it stands at no site. */
  others: OtherStations | null;
  /** How its last connection ended. */
  lastClose: { at: Date; code: number; reason: string | null } | null;
  /** In the last 24 hours. */
  reconnects: number;
}

export interface OtherStations {
  site: { id: number; name: string };
  all: number;
  /** Connected, and not silent for five of their own heartbeats. */
  speaking: number;
  faulted: number;
  /** When the last of them was heard. */
  heardAt: Date | null;
}

export const stationAsked = z.object({ station: z.int() });

/** The surroundings of a station, in one statement that reads its site's stations only. */
export async function stationAround(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { station }: z.output<typeof stationAsked>,
): Promise<StationAround> {
  const { rows } = await pool.query<SqlRow>(
    `SELECT site.id AS "siteId", site.name AS "siteName", others.*, last.*,
       (SELECT greatest(count(*) - 1, 0)::int FROM connection n
         WHERE n.station_id = s.id AND n.opened_at > $2::timestamptz - interval '24 hours') AS reconnects
     FROM station s
     LEFT JOIN site ON site.id = s.site_id
     LEFT JOIN LATERAL (
       SELECT count(*)::int AS "all", max(o.last_seen_at) AS "heardAt",
         (count(*) FILTER (WHERE o.connected
           AND o.last_seen_at > $2::timestamptz - 5 * o.heartbeat_seconds * interval '1 second'))::int AS speaking,
         (count(*) FILTER (WHERE o.connected AND EXISTS (
           SELECT FROM connector c WHERE c.station_id = o.id AND c.status = 'faulted')))::int AS faulted
       FROM station o WHERE o.site_id = s.site_id AND o.approval = 'approved' AND o.id <> s.id
     ) others ON TRUE
     LEFT JOIN LATERAL (
       SELECT n.closed_at AS "closedAt", n.close_code AS "closeCode", n.close_reason AS "closeReason"
       FROM connection n WHERE n.station_id = s.id AND n.closed_at IS NOT NULL ORDER BY n.opened_at DESC LIMIT 1
     ) last ON TRUE
     WHERE s.id = $1`,
    [station, clock()],
  );
  const row = rows[0];
  if (!row) return { others: null, lastClose: null, reconnects: 0 };
  const { siteId, siteName, all, speaking, faulted, heardAt, closedAt, closeCode, closeReason, reconnects } = row;
  return {
    others:
      siteId === null || siteName === null
        ? null
        : { site: { id: siteId, name: siteName }, all, speaking, faulted, heardAt },
    lastClose:
      closedAt === null || closeCode === null ? null : { at: closedAt, code: closeCode, reason: closeReason || null },
    reconnects,
  };
}

interface SqlRow extends Omit<OtherStations, "site"> {
  siteId: number | null;
  siteName: string | null;
  closedAt: Date | null;
  closeCode: number | null;
  closeReason: string | null;
  reconnects: number;
}
