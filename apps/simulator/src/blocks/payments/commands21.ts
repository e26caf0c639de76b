import { z } from "zod";
import type { Command } from "../../dialects/command";
import { define2 } from "../../dialects/ocpp2/define";

/** Payment without a card (2.1, block C). */
export const paymentCommands21 = {
  NotifyWebPaymentStarted: define2(
    z.object({ evseId: z.int(), timeout: z.int() }),
    ({ evseId, timeout }, { blocks, charger }) => {
      const evse = charger.evse(evseId);
      // The answer has no word for no.
      if (!evse) return { error: "PropertyConstraintViolation", description: `there is no EVSE ${evseId}` };
      blocks.payments.expect(evse, timeout);
      return { result: {} };
    },
    "none",
  ),
} satisfies Record<string, Command>;
