import type { Request } from "@chargehand/ocpp/messages";
import { z } from "zod";
import type { Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";

const idToken = z.object({ idToken: z.string(), type: z.string() });

/** Batteries in exchange (2.1, block S): the driver is there, and does at once what he was let in for. */
export const batteryCommands21 = {
  RequestBatterySwap: define2(z.object({ requestId: z.int(), idToken }), ({ requestId, idToken: token }, controls) => {
    const swap = controls.blocks.batteries.swap();
    if (!swap) return rejected2("NotAvailable");
    const moves = [
      ["BatteryIn", swap.brought],
      ["BatteryOut", swap.taken],
    ] as const;
    return accepted2(() => {
      for (const [eventType, battery] of moves) {
        controls.post({
          action: "BatterySwap",
          build: () =>
            ({ eventType, requestId, idToken: token, batteryData: [battery] }) satisfies Request<"2.1", "BatterySwap">,
        });
      }
    });
  }),
} satisfies Record<string, Command>;
