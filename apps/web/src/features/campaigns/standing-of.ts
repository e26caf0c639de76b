import type { CampaignStatus } from "@chargehand/domain/campaigns/campaign";

/** How a campaign stands for a person: one that was started for later does nothing until then. */
export type CampaignStanding = CampaignStatus | "scheduled";

/** How a campaign stands at a moment. */
export const standingOf = (
  { status, startsAt }: { status: CampaignStatus; startsAt?: Date },
  now: number,
): CampaignStanding => (status === "running" && startsAt && startsAt.getTime() > now ? "scheduled" : status);
