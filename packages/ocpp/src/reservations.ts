import type { HoldingKinds } from "@chargehand/domain/holding";
import type { ReportOf } from "@chargehand/domain/report";
import { toInstant } from "./translate";

type Reservation = HoldingKinds["reservation"];

/** The station keeps a place for somebody; the same number again takes the place of the first (H01). */
export function reservationHeld(id: number, kept: Omit<Reservation, "expiresAt">, until: string): ReportOf<"held"> {
  const value = { ...kept, expiresAt: toInstant(until) };
  return { type: "held", changes: [{ do: "set", kind: "reservation", key: String(id), value }] };
}

/** The station keeps that place no longer, or never did. */
export const reservationGone = (id: number): ReportOf<"held"> => ({
  type: "held",
  changes: [{ do: "clear", kind: "reservation", key: String(id) }],
});
