import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { updateSchedule } from "./dynamic";
import { scheduleUpdate } from "./profile2";

/** What 2.1 adds to smart charging. */
export const smartChargingCommands21 = {
  UpdateDynamicSchedule: define2(
    z.object({ chargingProfileId: z.int(), scheduleUpdate }),
    ({ chargingProfileId, scheduleUpdate: told }, controls) =>
      updateSchedule(controls, chargingProfileId, told) ? accepted2() : rejected2("InvalidProfile"),
  ),

  UsePriorityCharging: define2(
    z.object({ transactionId: z.string(), activate: z.boolean() }),
    ({ transactionId, activate }, { blocks, charger, post, transaction }) => {
      const number = transaction(transactionId);
      const evse = charger.evses.find((candidate) => candidate.transaction && candidate.transaction.number === number);
      if (!evse || number === undefined) return rejected2("TxNotFound");
      if (!blocks.smartCharging.prioritise(evse, number, activate)) return { result: { status: "NoProfile" } };
      return accepted2(() =>
        post({ action: "NotifyPriorityCharging", build: () => ({ transactionId, activated: activate }) }),
      );
    },
  ),

  NotifyAllowedEnergyTransfer: define2(
    z.object({ transactionId: z.string(), allowedEnergyTransfer: z.array(z.string()).min(1) }),
    ({ transactionId, allowedEnergyTransfer }, { charger, transaction }) => {
      const number = transaction(transactionId);
      const running = charger.running.find((candidate) => candidate.number === number);
      if (!running) return rejected2("TxNotFound");
      running.allowedTransfer = allowedEnergyTransfer;
      return accepted2();
    },
  ),

  AFRRSignal: define2(z.object({ timestamp: instant, signal: z.int() }), ({ signal }, { blocks }) =>
    blocks.smartCharging.heed(signal) ? accepted2() : rejected2("NoProfile"),
  ),
} satisfies Record<string, Command>;
