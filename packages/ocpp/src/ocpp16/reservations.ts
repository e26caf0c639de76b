import { byAnswer, byStatus } from "../effects";
import type { Effects16 } from "./table";
import { toPlace } from "./translate";

// The profile of reservations.

export const reservations = {
  CancelReservation: { toAnswer: byStatus, proof: byAnswer },

  ReserveNow: {
    toAnswer: byStatus,
    // One for any connector (0) shows nowhere, as long as there are others free.
    proof: ({ connectorId }) =>
      connectorId === 0 ? undefined : { watch: { for: "reserved", place: toPlace(connectorId) }, deadlineSeconds: 30 },
  },
} satisfies Partial<Effects16>;
