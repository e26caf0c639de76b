import { type TargetState, targetStates } from "@chargehand/domain/campaigns/campaign";
import { z } from "zod";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";

export const targetList = z.object({
  campaign: z.int(),
  state: z.enum([...targetStates, "excluded"]).optional(),
  stage: z.int().min(1).optional(),
  limit: z.int().min(1).max(500).default(100),
  cursor: cursorOf(z.tuple([z.int(), z.int()])).optional(),
});

export interface TargetRow {
  /** Its place in the order of turns. */
  position: number;
  station: number;
  identity: string;
  connected: boolean;
  stage: number;
  state: TargetState;
  reason?: string;
  /** What keeps it from having its turn, if it is not only the pace. */
  waitsFor?: WaitsFor;
  /** How much of the firmware it has fetched from us, 0 to 1. */
  fetched?: number;
  attempts: number;
  command?: number;
  beganAt?: Date;
  /** When it was given up, where it was proven late. */
  endedAt?: Date;
  provenLateAt?: Date;
}

/** Its stage has not begun; it is away; a car charges there; another station of its small site is worked on; or another campaign. */
export type WaitsFor = "stage" | "offline" | "session" | "neighbour" | { campaign: number };

/** The stations of a campaign in the order of their turn, and where each stands. */
export async function listTargets(
  { pool }: Pick<Context, "pool">,
  { campaign, state, stage, limit, cursor }: z.output<typeof targetList>,
) {
  const excluded = state === "excluded";
  const { rows } = await pool.query<TargetSqlRow>(
    `SELECT t.position, t.station_id, s.identity, s.connected, t.stage, t.state, t.reason, t.attempts, t.command_id,
       t.began_at, t.ended_at, t.proven_late_at, other.campaign_id AS other,
       (SELECT d.reached::float8 / nullif(i.size, 0) FROM firmware_download d JOIN firmware_image i ON i.id = d.image_id
        WHERE t.state = 'working' AND d.command_id = t.command_id) AS fetched,
       CASE WHEN t.state <> 'waiting' THEN NULL
         WHEN s.connected IS FALSE THEN 'offline'
         WHEN k.status IN ('waiting', 'held') THEN 'stage'
         WHEN (g.pace -> 'onlyIdle')::boolean AND EXISTS (
           SELECT FROM session x WHERE x.station_id = t.station_id AND x.status = 'open') THEN 'session'
         WHEN EXISTS (SELECT FROM campaign_target o
           WHERE o.spared_site = t.spared_site AND o.state = 'working') THEN 'neighbour' END AS waits_for
     FROM campaign_target t
       JOIN campaign g ON g.id = t.campaign_id
       JOIN station s ON s.id = t.station_id
       LEFT JOIN campaign_stage k ON k.campaign_id = t.campaign_id AND k.number = t.stage
       LEFT JOIN campaign_target other ON t.state = 'waiting' AND other.station_id = t.station_id
         AND other.state = 'working'
     WHERE t.campaign_id = $1 AND (t.stage = 0) = $2 AND ($3::text IS NULL OR t.state = $3) AND ($4::int IS NULL OR t.stage = $4)
       AND ($5::int IS NULL OR (t.position, t.station_id) > ($5, $6))
     ORDER BY t.position, t.station_id LIMIT $7`,
    [
      campaign,
      excluded,
      excluded ? null : (state ?? null),
      stage ?? null,
      cursor?.[0] ?? null,
      cursor?.[1] ?? null,
      limit + 1,
    ],
  );
  const window = windowOf(rows, limit, ({ position, station_id }) => [position, station_id]);
  return { rows: window.rows.map(toTarget), next: window.next };
}

interface TargetSqlRow {
  position: number;
  station_id: number;
  identity: string;
  connected: boolean;
  stage: number;
  state: TargetState;
  reason: string | null;
  attempts: number;
  command_id: number | null;
  began_at: Date | null;
  ended_at: Date | null;
  proven_late_at: Date | null;
  other: number | null;
  fetched: number | null;
  waits_for: Exclude<WaitsFor, object> | null;
}

const toTarget = (row: TargetSqlRow): TargetRow => ({
  position: row.position,
  station: row.station_id,
  identity: row.identity,
  connected: row.connected,
  stage: row.stage,
  state: row.state,
  reason: row.reason ?? undefined,
  waitsFor: row.other === null ? (row.waits_for ?? undefined) : { campaign: row.other },
  fetched: row.fetched ?? undefined,
  attempts: row.attempts,
  command: row.command_id ?? undefined,
  beganAt: row.began_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
  provenLateAt: row.proven_late_at ?? undefined,
});
