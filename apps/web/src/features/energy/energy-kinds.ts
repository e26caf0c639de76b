import type { HoldingKind } from "@chargehand/domain/holding";

/** What the energy page shows of what a station holds. */
export const energyKinds = [
  "charging-profile",
  "charging-limit",
  "reported-schedule",
  "car-needs",
  "car-schedule",
  "priority-charging",
  "energy-transfer",
  "grid-control",
  "grid-control-run",
  "grid-alarm",
  "battery",
  "battery-swap",
] as const satisfies readonly HoldingKind[];
