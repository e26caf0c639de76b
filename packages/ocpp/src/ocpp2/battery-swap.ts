import type { ProgressReport } from "@chargehand/domain/report";
import { byProgress, byStatus } from "../effects";
import type { Request } from "../messages";
import type { Effects2, Inbound2 } from "./table";

// Block S: battery swap.

const states = {
  BatteryIn: "going-on",
  BatteryOut: "done",
  BatteryOutTimeout: "failed",
} as const satisfies Record<Request<"2.1", "BatterySwap">["eventType"], ProgressReport["state"]>;

export const BatterySwap: Inbound2<"BatterySwap", "progress"> = {
  report: "progress",
  toReport: ({ eventType, requestId }) => ({
    type: "progress",
    of: "battery-swap",
    requestId,
    state: states[eventType],
    word: eventType,
  }),
  toAnswer: () => ({}),
};

export const batterySwap = {
  RequestBatterySwap: { toAnswer: byStatus, proof: byProgress("battery-swap") },
} satisfies Partial<Effects2>;
