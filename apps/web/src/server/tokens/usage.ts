import { foldToken } from "@chargehand/domain/vocabulary";
import type { TokenUsage } from "../../features/tokens/token-view";
import type { Context } from "../context";
import { rememberedDays } from "./consequences";
import { tokenById } from "./tokens";

/** Where a token charges now, and which stations may remember it. */
export async function tokenUsage({ pool }: Pick<Context, "pool">, id: number): Promise<TokenUsage> {
  const { value } = await tokenById({ pool }, id);
  const folded = foldToken(value);
  const [running, stations] = await Promise.all([
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
