import type { HoldingKind } from "@chargehand/domain/holding";

/** What the page of a station's maintenance asks for, in one question. */
export const heldKinds = [
  "work",
  "alert",
  "monitor",
  "stream",
  "network-profile",
] as const satisfies readonly HoldingKind[];
