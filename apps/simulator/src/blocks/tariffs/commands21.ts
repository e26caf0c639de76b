import { z } from "zod";
import type { Controls } from "../../charger/controls";
import type { Answer, Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { placeOfTransaction } from "../../dialects/ocpp2/running";
import { isEnabled } from "../../dialects/ocpp2/variable";
import { currencyOf } from "../costs/costs";
import { objectionTo, tariff } from "./tariff";

/** Tariffs that the station counts by itself (2.1, block I). */
export const tariffCommands21 = {
  SetDefaultTariff: define2(z.object({ evseId: z.int(), tariff }), ({ evseId, tariff: wanted }, controls) => {
    if (!isEnabled(controls, "TariffCostCtrlr", "Tariff")) return rejected2("NotEnabled");
    const evses = placesOf(controls, evseId);
    if (!evses) return rejected2("UnknownEvse");
    const objection = objectionTo(wanted);
    if (objection) return status(objection);
    return controls.blocks.tariffs.setDefault(evses, wanted) ? accepted2() : status("DuplicateTariffId");
  }),

  GetTariffs: define2(z.object({ evseId: z.int() }), ({ evseId }, controls) => {
    const evses = placesOf(controls, evseId);
    if (!evses) return rejected2("UnknownEvse");
    const tariffAssignments = controls.blocks.tariffs.assignments(evses);
    return tariffAssignments.length === 0 ? status("NoTariff") : { result: { status: "Accepted", tariffAssignments } };
  }),

  ClearTariffs: define2(
    z.object({ tariffIds: z.array(z.string()).optional(), evseId: z.int().optional() }),
    ({ tariffIds, evseId = 0 }, controls) => {
      const evses = placesOf(controls, evseId);
      if (!evses) return { result: { clearTariffsResult: [{ status: "Rejected", statusInfo: unknownEvse }] } };
      const cleared = controls.blocks.tariffs.clear(evses, tariffIds);
      const asked = tariffIds ?? [...cleared];
      const results = asked.map((tariffId) => ({ tariffId, status: cleared.has(tariffId) ? "Accepted" : "NoTariff" }));
      return { result: { clearTariffsResult: results.length > 0 ? results : [{ status: "NoTariff" }] } };
    },
    { clearTariffsResult: [{ status: "Rejected" }] },
  ),

  ChangeTransactionTariff: define2(
    z.object({ transactionId: z.string(), tariff }),
    ({ transactionId, tariff: wanted }, controls) => {
      const { blocks, charger } = controls;
      const evse = placeOfTransaction(charger, transactionId);
      const running = evse?.transaction;
      if (!evse || !running) return status("TxNotFound");
      const currency = blocks.tariffs.of(running)?.currency ?? currencyOf(controls);
      if (currency !== wanted.currency) return status("NoCurrencyChange");
      const objection = objectionTo(wanted);
      if (objection) return status(objection);
      return accepted2(() => {
        blocks.tariffs.change(running, wanted);
        charger.report(evse, "tariff");
      });
    },
  ),
} satisfies Record<string, Command>;

/** The EVSEs that a number stands for; 0 for all of them. */
function placesOf({ charger }: Controls, evseId: number): number[] | undefined {
  const all = charger.evses.map(({ id }) => id);
  if (evseId === 0) return all;
  return all.includes(evseId) ? [evseId] : undefined;
}

const unknownEvse = { reasonCode: "UnknownEvse" };

function status(word: string): Answer {
  return { result: { status: word } };
}
