import type { BatteryCommand } from "@chargehand/domain/orders/batteries";
import { type ChargingCommand, profileOfLimit, type SetLimit } from "@chargehand/domain/orders/charging";
import type { GridCommand } from "@chargehand/domain/orders/grid";

type PowerCommand = ChargingCommand | GridCommand | BatteryCommand;

const limit = { type: "set-limit", evse: 0, limit: 10, unit: "A" } as const satisfies SetLimit;

/** One of each command about power, to see whether a version has words for it. */
export const chargingExamples = {
  "set-limit": limit,
  "set-profile": { type: "set-profile", profile: profileOfLimit(limit) },
  "clear-profiles": { type: "clear-profiles" },
  "read-profiles": { type: "read-profiles" },
  "ask-schedule": { type: "ask-schedule", evse: 0, seconds: 3600 },
  "use-priority": { type: "use-priority", session: "1", active: true },
  "set-dynamic-limit": { type: "set-dynamic-limit", profile: 1, limit: 10 },
  "send-grid-signal": { type: "send-grid-signal", signal: 0, at: "2026-01-01T00:00:00Z" },
  "allow-energy-transfer": { type: "allow-energy-transfer", session: "1", modes: ["DC"] },
  "set-grid-control": { type: "set-grid-control", id: "1", control: "gradients", isDefault: true, order: {} },
  "clear-grid-controls": { type: "clear-grid-controls", isDefault: true },
  "read-grid-controls": { type: "read-grid-controls" },
  "swap-battery": { type: "swap-battery", token: { value: "EXAMPLE", kind: "central" } },
} satisfies { [T in PowerCommand["type"]]: Extract<PowerCommand, { type: T }> };
