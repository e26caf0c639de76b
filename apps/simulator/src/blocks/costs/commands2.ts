import { z } from "zod";
import type { Command } from "../../dialects/command";
import { define2 } from "../../dialects/ocpp2/define";

/** Costs the driver may see while charging (2.x, block I). */
export const costCommands2 = {
  CostUpdated: define2(
    z.object({ totalCost: z.number(), transactionId: z.string() }),
    ({ totalCost, transactionId }, { blocks }) => {
      blocks.costs.update(transactionId, totalCost);
      return { result: {} };
    },
    "none",
  ),
} satisfies Record<string, Command>;
