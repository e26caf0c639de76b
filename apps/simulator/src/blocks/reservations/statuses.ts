import type { ReservationAnswer } from "./reservations";

/** The same words in all versions. */
export const reservationStatuses = {
  accepted: "Accepted",
  faulted: "Faulted",
  occupied: "Occupied",
  rejected: "Rejected",
  unavailable: "Unavailable",
} as const satisfies Record<ReservationAnswer, string>;
