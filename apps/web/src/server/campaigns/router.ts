import { z } from "zod";
import { procedure, router } from "../trpc";
import { ranBefore } from "./before";
import { approveStage, pauseCampaign, resumeCampaign, retry, stopCampaign } from "./control";
import { createCampaign } from "./create";
import { campaignById, campaignList, listCampaigns } from "./list";
import { campaignOrder, campaignThought, workOf } from "./order";
import { campaignPlan, planCampaign } from "./plan";
import { campaignStart, outageOrder, startCampaign, startOutage } from "./start";
import { listTargets, targetList } from "./targets";
import { weigh } from "./weigh";

const byId = z.object({ id: z.int() });

export const campaigns = router({
  list: procedure("campaigns.view")
    .input(campaignList)
    .query(({ ctx, input }) => listCampaigns(ctx, input)),
  byId: procedure("campaigns.view")
    .input(byId)
    .query(({ ctx, input }) => campaignById(ctx, input.id)),
  /** What its stations ran before a rollout. */
  before: procedure("campaigns.view")
    .input(byId)
    .query(({ ctx, input }) => ranBefore(ctx, input.id)),
  targets: procedure("campaigns.view")
    .input(targetList)
    .query(({ ctx, input }) => listTargets(ctx, input)),
  /** What would happen to whom; nothing is done. A list of thousands is sent as a body. */
  weigh: procedure("campaigns.write")
    .input(campaignThought)
    .mutation(async ({ ctx, input }) =>
      weigh(ctx.pool, { ...input, work: await workOf(ctx.pool, input.work) }, ctx.clock()),
    ),
  /** The same in numbers, of stations that are chosen as in the list. */
  plan: procedure("campaigns.write")
    .input(campaignPlan)
    .mutation(({ ctx, input }) => planCampaign(ctx, input)),
  start: procedure("campaigns.write")
    .input(campaignStart)
    .mutation(({ ctx, input }) => startCampaign(ctx, input)),
  outage: procedure("campaigns.write")
    .input(outageOrder)
    .mutation(({ ctx, input }) => startOutage(ctx, input)),
  create: procedure("campaigns.write")
    .input(campaignOrder)
    .mutation(({ ctx, input }) => createCampaign(ctx, input)),
  pause: procedure("campaigns.write")
    .input(byId)
    .mutation(({ ctx, input }) => pauseCampaign(ctx, input.id)),
  resume: procedure("campaigns.write")
    .input(byId)
    .mutation(({ ctx, input }) => resumeCampaign(ctx, input.id)),
  stop: procedure("campaigns.write")
    .input(byId)
    .mutation(({ ctx, input }) => stopCampaign(ctx, input.id)),
  approve: procedure("campaigns.write")
    .input(byId)
    .mutation(({ ctx, input }) => approveStage(ctx, input.id)),
  retry: procedure("campaigns.write")
    .input(byId.extend({ state: z.enum(["failed", "unproven"]).default("failed") }))
    .mutation(({ ctx, input }) => retry(ctx, input)),
});
