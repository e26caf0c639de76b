import { z } from "zod";
import type { Controls } from "../../charger/controls";

/** The vendor that is the alliance itself: what 1.6 has no words for, its drivers learn in messages of this one. */
export const costVendor = "org.openchargealliance.costmsg";

const messages = z.discriminatedUnion("messageId", [
  z.object({ messageId: z.literal("SetUserPrice"), data: z.object({ priceText: z.string() }) }),
  z.object({
    messageId: z.enum(["RunningCost", "FinalCost"]),
    data: z.object({ transactionId: z.int(), cost: z.number() }),
  }),
]);

/** Takes a message about prices and costs, to show it; false: it is none, or makes no sense. */
export function takeCostMessage(messageId: string | undefined, data = "", { blocks }: Controls): boolean {
  const said = messages.safeParse({ messageId, data: parsed(data) }).data;
  if (!said) return false;
  if (said.messageId === "SetUserPrice") blocks.costs.tellPrice(said.data.priceText);
  else blocks.costs.update(String(said.data.transactionId), said.data.cost);
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no message.
    return undefined;
  }
}
