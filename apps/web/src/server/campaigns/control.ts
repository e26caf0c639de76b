import type { CampaignStatus } from "@chargehand/domain/campaigns/campaign";
import { Conflict, NotFound, Refused } from "../errors";
import { type Telling, type Transaction, type Writer, write } from "../write";

/** Begins nothing more; what is under way is followed, and what was not sent yet is taken back until it goes on. */
export const pauseCampaign = (context: Writer, id: number) =>
  change(context, id, { from: ["running"], to: "paused", action: "pause" }, async (tx) => {
    await takeBack(tx, id, "waiting");
  });

/** Goes on; past a stage that failed, where that is why it stopped. */
export const resumeCampaign = (context: Writer, id: number) =>
  change(context, id, { from: ["paused"], to: "running", action: "resume" });

/** Begins nothing any more. What was not sent is taken back, what was sent is followed to its end. */
export const stopCampaign = (context: Writer, id: number) =>
  change(context, id, { from: ["running", "paused"], to: "stopping", action: "stop" }, async (tx) => {
    await takeBack(tx, id, "left");
    await tx.campaignTarget.updateMany({
      where: { campaignId: id, state: "waiting" },
      data: { state: "left", reason: "the campaign was stopped", endedAt: context.clock() },
    });
    await tx.campaignTarget.updateMany({
      where: { campaignId: id, state: "watching" },
      data: {
        state: "unproven",
        reason: "it was done; the campaign was stopped before it had stood its test",
        endedAt: context.clock(),
      },
    });
    await tx.quietTime.updateMany({
      where: { campaignId: id, untilAt: { gt: context.clock() } },
      data: { untilAt: context.clock() },
    });
  });

/** Says that the stage that waits for a person may begin. */
export const approveStage = (context: Writer, id: number) =>
  change(context, id, { from: ["running"], to: "running", action: "approve" }, async (tx) => {
    const { count } = await tx.campaignStage.updateMany({
      where: { campaignId: id, status: "held" },
      data: { status: "running", startedAt: context.clock() },
    });
    if (count === 0) throw new Conflict("No stage waits for approval.");
  });

/**
 * Gives those that failed, or stayed unproven, another turn; a campaign that was over goes on for them. Where it was done,
 * and only its test was not stood, the test begins again.
 */
export const retry = (context: Writer, { id, state }: { id: number; state: "failed" | "unproven" }) =>
  change(
    context,
    id,
    { from: ["running", "paused", "finished"], to: "running", action: "retry" },
    async (tx, { expiresAt }) => {
      if (expiresAt <= context.clock()) throw new Refused("Its time is over: make a new one for those that failed.");
      const again = { reason: null, endedAt: null, attempts: 0 };
      const watched = await tx.campaignTarget.updateMany({
        where: { campaignId: id, state, watchingSince: { not: null } },
        data: { ...again, state: "watching", watchingSince: context.clock() },
      });
      const told = await tx.campaignTarget.updateMany({
        where: { campaignId: id, state },
        data: { ...again, state: "waiting" },
      });
      if (watched.count + told.count === 0)
        throw new Conflict(state === "failed" ? "None failed." : "None is unproven.");
      // They are judged again; a stage that failed because of them no longer has.
      await tx.campaignStage.updateMany({ where: { campaignId: id, status: "failed" }, data: { status: "succeeded" } });
    },
  );

interface Change {
  from: readonly CampaignStatus[];
  to: CampaignStatus;
  action: string;
}

const change = (
  context: Writer,
  id: number,
  { from, to, action }: Change,
  also?: (tx: Transaction, campaign: { expiresAt: Date }, tell: Telling) => Promise<void>,
) =>
  write(context, async (tx, tell) => {
    // The engine holds this row while it works: what it has just queued is seen, and taken back, after it.
    const [campaign] = await tx.campaign.updateManyAndReturn({
      where: { id, status: { in: [...from] } },
      data: { status: to, reason: null, endedAt: null },
    });
    if (!campaign) throw await notNow(tx, id, action);
    await also?.(tx, campaign, tell);
    tell.audit({ action: `campaign.${action}`, subject: `campaign:${id}` });
    tell.event({ event: { type: "campaign.changed", campaign: id, status: to } });
  });

/** Takes commands back that have not left us. */
async function takeBack(tx: Transaction, id: number, state: "waiting" | "left") {
  const taken = await tx.command.updateManyAndReturn({
    where: { campaignId: id, delivery: { in: ["held", "queued"] } },
    data: { delivery: "cancelled" },
    select: { id: true },
  });
  await tx.campaignTarget.updateMany({
    where: { campaignId: id, state: "working", commandId: { in: taken.map((command) => command.id) } },
    data: { state, commandId: null, reason: state === "left" ? "the campaign was stopped" : null },
  });
}

async function notNow(tx: Transaction, id: number, action: string) {
  const campaign = await tx.campaign.findUnique({ where: { id } });
  return campaign
    ? new Conflict(`It is ${campaign.status}: it is too late, or too early, to ${action} it.`)
    : new NotFound(`There is no campaign number ${id}.`);
}
