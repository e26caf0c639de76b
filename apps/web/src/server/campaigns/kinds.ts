import type { CampaignWork } from "@chargehand/domain/campaigns/campaign";
import { commandKind } from "./command-kind";
import { configurationKind } from "./configuration-kind";
import { firmwareKind } from "./firmware-kind";
import type { Kind } from "./kind";
import { listKind } from "./list-kind";

/** The table of kinds: a row says everything about a kind of campaign that the engine does not know by itself. */
export function kindOf(work: CampaignWork): Kind {
  switch (work.kind) {
    case "command":
      return commandKind(work);
    case "configuration":
      return configurationKind(work);
    case "firmware":
      return firmwareKind(work);
    case "list":
      return listKind(work);
  }
}
