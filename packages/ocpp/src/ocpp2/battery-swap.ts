import type { BatterySwap as Swap } from "@chargehand/domain/batteries/battery";
import type { HoldingChange } from "@chargehand/domain/holding";
import type { BatteryCommand } from "@chargehand/domain/orders/batteries";
import type { ProgressReport } from "@chargehand/domain/report";
import { toMoment } from "../charging/schedule";
import type { Speech } from "../dialect";
import { byProgress, byStatus } from "../effects";
import type { Request } from "../messages";
import { call, type Effects2, type Inbound2 } from "./table";
import { toIdToken, toToken } from "./translate";

// Block S: battery swap.

type Event = Request<"2.1", "BatterySwap">["eventType"];
type BatteryData = Request<"2.1", "BatterySwap">["batteryData"][number];

const states = {
  BatteryIn: "going-on",
  BatteryOut: "done",
  BatteryOutTimeout: "failed",
} as const satisfies Record<Event, ProgressReport["state"]>;

const meanings = {
  BatteryIn: "in",
  BatteryOut: "out",
  BatteryOutTimeout: "not-taken",
} as const satisfies Record<Event, Swap["what"]>;

/** Batteries went in, or out: their slots hold them from now on, or are empty. */
export const BatterySwap: Inbound2<"BatterySwap", "progress"> = {
  report: "progress",
  toReport({ eventType, requestId, idToken, batteryData }, { receivedAt }) {
    const what = meanings[eventType];
    const since = receivedAt.toISOString();
    const batteries = batteryData.map(toBattery);
    const value: Swap = { requestId, what, token: toToken(idToken), batteries, at: since };
    return {
      type: "progress",
      of: "battery-swap",
      requestId,
      state: states[eventType],
      word: eventType,
      changes: [
        ...batteryData.flatMap((said) => slotOf(said, what, since)),
        { do: "set", kind: "battery-swap", key: what, value },
      ],
    };
  },
  toAnswer: () => ({}),
};

/** What was not taken in time stays where it is. */
function slotOf(said: BatteryData, what: Swap["what"], since: string): HoldingChange[] {
  const key = String(said.evseId);
  if (what === "out") return [{ do: "clear", kind: "battery", key }];
  const { productionDate, vendorInfo } = said;
  const more = {
    ...(productionDate && { producedAt: toMoment(productionDate) }),
    ...(vendorInfo && { info: vendorInfo }),
  };
  return [{ do: "set", kind: "battery", key, value: { ...toBattery(said), ...more, since } }];
}

const toBattery = ({ evseId: evse, serialNumber, soC: charge, soH: health }: BatteryData) => ({
  ...{ evse, serialNumber, charge, health },
});

/** How the commands about batteries are said. */
export const batterySpeech = {
  "swap-battery": ({ token }, { commandId }) =>
    call("RequestBatterySwap", { requestId: commandId, idToken: toIdToken(token) }),
} satisfies Pick<Speech, BatteryCommand["type"]>;

export const batterySwap = {
  RequestBatterySwap: { toAnswer: byStatus, proof: byProgress("battery-swap") },
} satisfies Partial<Effects2>;
