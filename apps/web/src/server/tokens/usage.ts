import { foldToken } from "@chargehand/domain/vocabulary";
import type { TokenUsage } from "../../features/tokens/token-view";
import type { Context } from "../context";
import { rememberedDays } from "./consequences";
import { tokenById } from "./tokens";

/** Where a token charges now, and which stations may remember it. */
export async function tokenUsage({ pool }: Pick<Context, "pool">, id: number): Promise<TokenUsage> {
  const { value } = await tokenById({ pool }, id);
  const folded = foldToken(value);
  const [running, stations, listed] = await Promise.all([
    pool.query<RunningRow>(
      `SELECT x.id, x.station_id, s.identity, x.evse, x.started_at,
         x."authorization" IS DISTINCT FROM 'accepted' AND x."authorization" IS NOT NULL AS refused
       FROM session x JOIN station s ON s.id = x.station_id
       WHERE x.status = 'open' AND upper(btrim(x.token)) = $1 ORDER BY x.id DESC LIMIT 50`,
      [folded],
    ),
    pool.query<TokenUsage["stations"][number]>(
      `SELECT s.id, s.identity, s.connected, count(*)::int AS sessions, max(x.received_at) AS "lastAt"
       FROM session x JOIN station s ON s.id = x.station_id
       WHERE upper(btrim(x.token)) = $1 AND x.received_at > now() - make_interval(days => $2) AND s.approval = 'approved'
       GROUP BY s.id ORDER BY max(x.received_at) DESC LIMIT 200`,
      [folded, rememberedDays],
    ),
    // Lists are few, because stations that hold the same share one.
    pool.query<TokenUsage["listed"][number]>(
      `SELECT s.id, s.identity, s.connected FROM station_list l JOIN station s ON s.id = l.station_id
       WHERE s.approval = 'approved' AND l.held_hash IN (
         SELECT hash FROM list_content c WHERE EXISTS (
           SELECT FROM jsonb_to_recordset(c.entries) AS entry(value text, status text)
           WHERE upper(btrim(entry.value)) = $1 AND entry.status = 'accepted'
         )
       ) ORDER BY s.connected, s.identity LIMIT 200`,
      [folded],
    ),
  ]);
  return {
    running: running.rows.map((row) => ({
      sessionId: String(row.id),
      stationId: row.station_id,
      station: row.identity,
      place: row.evse === null ? undefined : String(row.evse),
      startedAt: row.started_at ?? undefined,
      refused: row.refused,
    })),
    stations: stations.rows,
    listed: listed.rows,
  };
}

interface RunningRow {
  id: number;
  station_id: number;
  identity: string;
  evse: number | null;
  started_at: Date | null;
  refused: boolean;
}
