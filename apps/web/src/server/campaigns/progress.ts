import type { Queryable } from "@chargehand/db/pool";
import type { StageStatus, TargetState } from "@chargehand/domain/campaigns/campaign";
import type { Stage } from "@chargehand/domain/campaigns/next-steps";

export type Counts = Record<TargetState, number>;

export const noCounts = (): Counts => ({
  ...{ waiting: 0, working: 0, watching: 0, left: 0 },
  ...{ succeeded: 0, skipped: 0, failed: 0, unproven: 0 },
});

/** How far campaigns are, stage by stage: counted, all of them by one statement. */
export async function progressOf(db: Queryable, campaigns: readonly number[]): Promise<Map<number, Stage[]>> {
  const { rows } = await db.query<StageRow>(
    `SELECT s.campaign_id, s.number, s.status, s.failure_share, s.success_share, s.soak_seconds, s.approval, s.met_at,
       coalesce(n.counts, '{}') AS counts
     FROM campaign_stage s LEFT JOIN (
       SELECT campaign_id, stage, jsonb_object_agg(state, count) AS counts FROM (
         SELECT campaign_id, stage, state, count(*) FROM campaign_target WHERE campaign_id = ANY ($1::int[])
         GROUP BY campaign_id, stage, state) each GROUP BY campaign_id, stage
     ) n ON n.campaign_id = s.campaign_id AND n.stage = s.number
     WHERE s.campaign_id = ANY ($1::int[]) ORDER BY s.campaign_id, s.number`,
    [campaigns],
  );
  const progress = new Map<number, Stage[]>();
  for (const row of rows) progress.set(row.campaign_id, [...(progress.get(row.campaign_id) ?? []), toStage(row)]);
  return progress;
}

interface StageRow {
  campaign_id: number;
  number: number;
  status: StageStatus;
  failure_share: number;
  success_share: number;
  soak_seconds: number;
  approval: boolean;
  met_at: Date | null;
  counts: Partial<Counts>;
}

const toStage = (row: StageRow): Stage => ({
  number: row.number,
  status: row.status,
  failureShare: row.failure_share,
  successShare: row.success_share,
  soakSeconds: row.soak_seconds,
  approval: row.approval,
  metAt: row.met_at ?? undefined,
  counts: { ...noCounts(), ...row.counts },
});
