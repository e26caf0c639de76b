import { targetStates } from "@chargehand/domain/campaigns/campaign";
import { parseAsStringLiteral } from "nuqs/server";

export const shownTargets = [...targetStates, "excluded"] as const;

/** What of a campaign is shown, as the address keeps it. */
export const campaignSearch = { show: parseAsStringLiteral(shownTargets) };

export const campaignViews = ["list", "schedule"] as const;

/** How all of them are shown. */
export const campaignsSearch = { view: parseAsStringLiteral(campaignViews).withDefault("list") };
