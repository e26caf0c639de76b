import type { ReservationCommand } from "@chargehand/domain/orders/reservations";
import type { Speech } from "../dialect";
import { byAnswer, byStatus } from "../effects";
import { reservationGone, reservationHeld } from "../reservations";
import { call, type Effects2, type Inbound2 } from "./table";
import { toIdToken, toToken } from "./translate";

// Block H: reservations.

/** It expired, was given up, or was used and nothing came of it: whatever happened, it is held no longer. */
export const ReservationStatusUpdate: Inbound2<"ReservationStatusUpdate", "held"> = {
  report: "held",
  toReport: ({ reservationId }) => reservationGone(reservationId),
  toAnswer: () => ({}),
};

export const reservations = {
  CancelReservation: {
    toAnswer: byStatus,
    // One that is refused is not there (H02).
    toReports: ({ reservationId }) => [reservationGone(reservationId)],
    proof: byAnswer,
  },

  ReserveNow: {
    toAnswer: byStatus,
    toReports({ id, evseId, idToken, groupIdToken, connectorType, expiryDateTime }, { status }) {
      if (status !== "Accepted") return [];
      const token = toToken(idToken);
      const place = evseId === undefined ? undefined : { evse: evseId };
      return [reservationHeld(id, { token, groupToken: groupIdToken?.idToken, place, connectorType }, expiryDateTime)];
    },
    // One that names no evse shows nowhere, as long as there are others free.
    proof: ({ evseId }) =>
      evseId === undefined ? undefined : { watch: { for: "reserved", place: { evse: evseId } }, deadlineSeconds: 30 },
  },
} satisfies Partial<Effects2>;

/** How its commands are said. */
export const reservationSpeech = {
  reserve: ({ evse, token, group, connectorType, until }, { commandId }) =>
    call("ReserveNow", {
      id: commandId,
      evseId: evse,
      connectorType,
      expiryDateTime: until,
      idToken: toIdToken(token),
      groupIdToken: group === undefined ? undefined : toIdToken({ value: group, kind: "central" }),
    }),

  "cancel-reservation": ({ reservation }) => call("CancelReservation", { reservationId: reservation }),
} satisfies Pick<Speech, ReservationCommand["type"]>;
