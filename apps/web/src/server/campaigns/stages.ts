import type { CampaignStatus, StageStatus, TargetState } from "@chargehand/domain/campaigns/campaign";
import { nextSteps, type Stage, type Step } from "@chargehand/domain/campaigns/next-steps";
import type { Turn } from "./tick";

/** Takes the steps that are due, and ends what is over. */
export async function takeSteps(turn: Turn): Promise<{ moved: boolean; status: CampaignStatus }> {
  const { db, now, campaign } = turn;
  const left = campaign.expires_at <= now && (await leaveRest(turn));
  if (campaign.status === "stopping") {
    const { rowCount } = await db.query(
      `UPDATE campaign SET status = 'stopped', ended_at = $2
       WHERE id = $1 AND NOT EXISTS (SELECT FROM campaign_target t WHERE t.campaign_id = $1 AND t.state = 'working')`,
      [campaign.id, now],
    );
    return { moved: rowCount === 1, status: rowCount === 1 ? "stopped" : "stopping" };
  }
  const steps = nextSteps({ status: campaign.status, stages: await stagesOf(turn) }, now);
  let { status }: { status: CampaignStatus } = campaign;
  for (const step of steps) {
    await take(turn, step);
    if (step.do === "pause") status = "paused";
    if (step.do === "finish") status = "finished";
  }
  return { moved: left || steps.length > 0, status };
}

async function stagesOf({ db, campaign }: Turn): Promise<Stage[]> {
  const { rows } = await db.query<StageRow>(
    `SELECT s.number, s.status, s.failure_share, s.success_share, s.soak_seconds, s.approval, s.met_at,
       coalesce((SELECT jsonb_object_agg(n.state, n.count) FROM (
         SELECT t.state, count(*) FROM campaign_target t
         WHERE t.campaign_id = s.campaign_id AND t.stage = s.number GROUP BY t.state) n), '{}') AS counts
     FROM campaign_stage s WHERE s.campaign_id = $1 ORDER BY s.number`,
    [campaign.id],
  );
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    failureShare: row.failure_share,
    successShare: row.success_share,
    soakSeconds: row.soak_seconds,
    approval: row.approval,
    metAt: row.met_at ?? undefined,
    counts: { waiting: 0, working: 0, succeeded: 0, skipped: 0, failed: 0, left: 0, ...row.counts },
  }));
}

interface StageRow {
  number: number;
  status: StageStatus;
  failure_share: number;
  success_share: number;
  soak_seconds: number;
  approval: boolean;
  met_at: Date | null;
  counts: Partial<Record<TargetState, number>>;
}

function take({ db, now, campaign: { id } }: Turn, step: Step) {
  switch (step.do) {
    case "start-stage":
      return db.query(
        "UPDATE campaign_stage SET status = 'running', started_at = $3 WHERE campaign_id = $1 AND number = $2",
        [id, step.stage, now],
      );
    case "hold-stage":
      return db.query("UPDATE campaign_stage SET status = 'held' WHERE campaign_id = $1 AND number = $2", [
        id,
        step.stage,
      ]);
    case "soak-stage":
      return db.query("UPDATE campaign_stage SET met_at = $3 WHERE campaign_id = $1 AND number = $2", [
        id,
        step.stage,
        now,
      ]);
    case "close-stage":
      return endStage(db, id, step.stage, "succeeded", now);
    case "fail-stage":
      return endStage(db, id, step.stage, "failed", now);
    case "pause": {
      const { stage, failed, total } = step.because;
      const reason = `${failed} of ${total} failed in stage ${stage}`;
      return db.query("UPDATE campaign SET status = 'paused', reason = $2 WHERE id = $1", [id, reason]);
    }
    case "finish":
      return db.query("UPDATE campaign SET status = 'finished', ended_at = $2 WHERE id = $1", [id, now]);
  }
}

const endStage = (db: Turn["db"], campaign: number, stage: number, status: StageStatus, now: Date) =>
  db.query("UPDATE campaign_stage SET status = $3, ended_at = $4 WHERE campaign_id = $1 AND number = $2", [
    campaign,
    stage,
    status,
    now,
  ]);

/** The campaign's time is over: what has not begun is not begun any more. */
async function leaveRest({ db, now, campaign }: Turn): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE campaign_target SET state = 'left', reason = 'the campaign ended before its turn', ended_at = $2
     WHERE campaign_id = $1 AND state = 'waiting'`,
    [campaign.id, now],
  );
  return (rowCount ?? 0) > 0;
}
