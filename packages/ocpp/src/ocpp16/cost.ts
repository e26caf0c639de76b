import { Unsupported } from "@chargehand/domain/command";
import type { DisplayCommand } from "@chargehand/domain/orders/display";
import { type Speech, wordless } from "../dialect";
import { call } from "./table";
import { longestIdTag } from "./translate";

// What 1.6 does not have of itself: prices travel in messages of a vendor that is the alliance (its note on California's
// pricing requirements). The note itself was not at hand. All names of vendor, messages and fields below are those on
// which two public implementations agree, one of a station's side (EVerest) and one of ours (CitrineOS); unproven is
// what neither says: that meterValue counts watt-hours, and what a station makes of a RunningCost without idlePrice.

const vendorId = "org.openchargealliance.costmsg";

const noDisplay = wordless("OCPP 1.6 has no words for messages on a display");

export const displaySpeech = {
  "show-message": noDisplay,
  "clear-message": noDisplay,
  "read-messages": noDisplay,
} satisfies Pick<Speech, DisplayCommand["type"]>;

export const tariffSpeech = {
  "show-price"({ token, text }) {
    if (token.value.length > longestIdTag) throw new Unsupported("OCPP 1.6 takes tokens of at most 20 characters");
    const data = { idToken: token.value, priceText: text };
    return call("DataTransfer", { vendorId, messageId: "SetUserPrice", data: JSON.stringify(data) });
  },

  "show-cost"({ session, total, currency, final, at, meterWh = 0, charging = true, prices = {} }) {
    if (!/^\d{1,10}$/.test(session)) throw new Unsupported("OCPP 1.6 knows its transactions by a whole number only");
    const transactionId = Number(session);
    const cost = Number(total);
    if (final) {
      const data = { transactionId, cost, priceText: final.text || `${total} ${currency}` };
      return call("DataTransfer", { vendorId, messageId: "FinalCost", data: JSON.stringify(data) });
    }
    const { perKwh, perHour, perSession } = prices;
    const data = {
      transactionId,
      timestamp: at,
      meterValue: Math.round(meterWh),
      cost,
      state: charging ? "Charging" : "Idle",
      chargingPrice: {
        kWhPrice: perKwh === undefined ? undefined : Number(perKwh),
        hourPrice: perHour === undefined ? undefined : Number(perHour),
        flatFee: perSession === undefined ? undefined : Number(perSession),
      },
    };
    return call("DataTransfer", { vendorId, messageId: "RunningCost", data: JSON.stringify(data) });
  },
} satisfies Partial<Speech>;
