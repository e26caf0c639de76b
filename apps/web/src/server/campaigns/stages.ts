import type { CampaignStatus, StageStatus } from "@chargehand/domain/campaigns/campaign";
import { type Because, nextSteps, type Stage, type Step } from "@chargehand/domain/campaigns/next-steps";
import type { Turn } from "./tick";

/** Takes the steps that are due, and ends what is over; `stages` as they stand then. */
export async function takeSteps(
  turn: Turn,
  before: readonly Stage[],
): Promise<{ moved: boolean; status: CampaignStatus; stages: readonly Stage[] }> {
  const { db, now, campaign } = turn;
  let { status }: { status: CampaignStatus } = campaign;
  if (status === "stopping") {
    if (before.some(({ counts }) => counts.working > 0)) return { moved: false, status, stages: before };
    await db.query("UPDATE campaign SET status = 'stopped', ended_at = $2 WHERE id = $1", [campaign.id, now]);
    return { moved: true, status: "stopped", stages: before };
  }
  const steps = nextSteps({ status, stages: before }, now);
  const started = new Set<number>();
  for (const step of steps) {
    await take(turn, step);
    if (step.do === "pause") status = "paused";
    if (step.do === "finish") status = "finished";
    if (step.do === "start-stage") started.add(step.stage);
  }
  const stages = before.map((stage) => (started.has(stage.number) ? { ...stage, status: "running" as const } : stage));
  return { moved: steps.length > 0, status, stages };
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
    case "pause":
      return pause(db, id, step.because);
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

/** Whoever is woken by it reads how many, and the first of them by name. */
async function pause(db: Turn["db"], campaign: number, { stage, failed, unproven, total }: Because) {
  const { rows } = await db.query<{ identity: string }>(
    `SELECT s.identity FROM campaign_target t JOIN station s ON s.id = t.station_id
     WHERE t.campaign_id = $1 AND t.stage = $2 AND t.state IN ('failed', 'unproven') ORDER BY t.ended_at, t.position LIMIT $3`,
    [campaign, stage, mostNamed],
  );
  const what = [failed > 0 && `${failed} failed`, unproven > 0 && `${unproven} stayed unproven`].filter(Boolean);
  const more = failed + unproven - rows.length;
  const who = `${rows.map(({ identity }) => identity).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const reason = `${what.join(" and ")} of ${total} in stage ${stage}: ${who}`;
  await db.query("UPDATE campaign SET status = 'paused', reason = $2 WHERE id = $1", [campaign, reason]);
}

const mostNamed = 5;
