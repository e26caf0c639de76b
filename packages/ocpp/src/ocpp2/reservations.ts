import { byAnswer, byStatus } from "../effects";
import { recorded } from "../recorded";
import type { Effects2 } from "./table";

// Block H: reservations.

export const ReservationStatusUpdate = recorded();

export const reservations = {
  CancelReservation: { toAnswer: byStatus, proof: byAnswer },

  ReserveNow: {
    toAnswer: byStatus,
    // One that names no evse shows nowhere, as long as there are others free.
    proof: ({ evseId }) =>
      evseId === undefined ? undefined : { watch: { for: "reserved", place: { evse: evseId } }, deadlineSeconds: 30 },
  },
} satisfies Partial<Effects2>;
