import type {
  CampaignStatus,
  CampaignWork,
  Pace,
  StageStatus,
  TargetState,
} from "@chargehand/domain/campaigns/campaign";
import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { type Counts, noCounts } from "./progress";

export const campaignList = z.object({
  limit: z.int().min(1).max(100).default(50),
  /** Only those that are not over. */
  active: z.boolean().default(false),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

export interface CampaignRow {
  id: number;
  name: string;
  work: CampaignWork;
  pace: Pace;
  status: CampaignStatus;
  reason?: string;
  createdAt: Date;
  createdBy: string;
  startsAt?: Date;
  endedAt?: Date;
  expiresAt: Date;
  /** Without those that were excluded. */
  counts: Counts;
}

export interface CampaignDetail extends CampaignRow {
  chosenBy?: string;
  excluded: number;
  stages: StageRow[];
}

export interface StageRow {
  number: number;
  status: StageStatus;
  failureShare: number;
  successShare: number;
  soakSeconds: number;
  approval: boolean;
  metAt?: Date;
  startedAt?: Date;
  endedAt?: Date;
  counts: Counts;
}

/** Campaigns, the newest first. */
export async function listCampaigns(
  { pool }: Pick<Context, "pool">,
  { limit, active, cursor }: z.output<typeof campaignList>,
) {
  const { rows } = await pool.query<CampaignSqlRow>(
    `${select} WHERE ($2::int IS NULL OR g.id < $2) ${active ? "AND g.status IN ('running', 'paused', 'stopping')" : ""} ORDER BY g.id DESC LIMIT $1`,
    [limit + 1, cursor?.[0] ?? null],
  );
  const window = windowOf(rows, limit, ({ id }) => [id]);
  return { rows: window.rows.map(toRow), next: window.next };
}

/** One campaign with its stages. */
export async function campaignById(
  { pool, prisma }: Pick<Context, "pool" | "prisma">,
  id: number,
): Promise<CampaignDetail> {
  const { rows } = await pool.query<CampaignSqlRow>(`${select} WHERE g.id = $1`, [id]);
  const [row] = rows;
  if (!row) throw new NotFound(`There is no campaign number ${id}.`);
  const stages = await prisma.campaignStage.findMany({ where: { campaignId: id }, orderBy: { number: "asc" } });
  return {
    ...toRow(row),
    chosenBy: row.chosen_by ?? undefined,
    excluded: row.counts.filter(({ stage }) => stage === 0).reduce((sum, { count }) => sum + count, 0),
    stages: stages.map(({ campaignId: _, metAt, startedAt, endedAt, status, ...stage }) => ({
      ...stage,
      status: status as StageStatus, // as the engine wrote it
      metAt: metAt ?? undefined,
      startedAt: startedAt ?? undefined,
      endedAt: endedAt ?? undefined,
      counts: countsOf(row.counts.filter((part) => part.stage === stage.number)),
    })),
  };
}

const select = `SELECT g.id, g.name, g.work, g.pace, g.status, g.reason, g.chosen_by, g.created_at,
    coalesce(u.name, g.created_by) AS created_by, g.starts_at, g.ended_at, g.expires_at,
    (SELECT coalesce(jsonb_agg(n), '[]') FROM (
      SELECT t.stage, t.state, count(*)::int AS count FROM campaign_target t WHERE t.campaign_id = g.id
      GROUP BY t.stage, t.state) n) AS counts
  FROM campaign g LEFT JOIN "user" u ON u.id = g.created_by`;

interface CampaignSqlRow {
  id: number;
  name: string;
  work: CampaignWork;
  pace: Pace;
  status: CampaignStatus;
  reason: string | null;
  chosen_by: string | null;
  created_at: Date;
  created_by: string;
  starts_at: Date | null;
  ended_at: Date | null;
  expires_at: Date;
  counts: { stage: number; state: TargetState; count: number }[];
}

const toRow = (row: CampaignSqlRow): CampaignRow => ({
  id: row.id,
  name: row.name,
  work: row.work,
  pace: row.pace,
  status: row.status,
  reason: row.reason ?? undefined,
  createdAt: row.created_at,
  createdBy: row.created_by,
  startsAt: row.starts_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
  expiresAt: row.expires_at,
  counts: countsOf(row.counts.filter(({ stage }) => stage > 0)),
});

function countsOf(parts: readonly { state: TargetState; count: number }[]): Counts {
  const counts = noCounts();
  for (const { state, count } of parts) counts[state] += count;
  return counts;
}
