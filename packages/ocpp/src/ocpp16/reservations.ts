import { Unsupported } from "@chargehand/domain/command";
import type { ReservationCommand } from "@chargehand/domain/orders/reservations";
import type { Speech } from "../dialect";
import { byAnswer, byStatus } from "../effects";
import { reservationGone, reservationHeld } from "../reservations";
import { call, type Effects16 } from "./table";
import { longestIdTag, toPlace, toToken } from "./translate";

// The profile of reservations.

export const reservations = {
  CancelReservation: {
    toAnswer: byStatus,
    // One that is refused is not there.
    toReports: ({ reservationId }) => [reservationGone(reservationId)],
    proof: byAnswer,
  },

  ReserveNow: {
    toAnswer: byStatus,
    toReports({ reservationId, connectorId, idTag, parentIdTag, expiryDate }, { status }) {
      if (status !== "Accepted") return [];
      const place = connectorId === 0 ? undefined : toPlace(connectorId);
      return [reservationHeld(reservationId, { token: toToken(idTag), groupToken: parentIdTag, place }, expiryDate)];
    },
    // One for any connector (0) shows nowhere, as long as there are others free.
    proof: ({ connectorId }) =>
      connectorId === 0 ? undefined : { watch: { for: "reserved", place: toPlace(connectorId) }, deadlineSeconds: 30 },
  },
} satisfies Partial<Effects16>;

/** How its commands are said. */
export const reservationSpeech = {
  reserve({ evse = 0, token, group, connectorType, until }, { commandId }) {
    if (connectorType !== undefined) throw new Unsupported("OCPP 1.6 reserves a connector by its number only");
    if (Math.max(token.value.length, group?.length ?? 0) > longestIdTag) {
      throw new Unsupported("OCPP 1.6 takes tokens of at most 20 characters");
    }
    return call("ReserveNow", {
      connectorId: evse,
      expiryDate: until,
      idTag: token.value,
      parentIdTag: group,
      reservationId: commandId,
    });
  },

  "cancel-reservation": ({ reservation }) => call("CancelReservation", { reservationId: reservation }),
} satisfies Pick<Speech, ReservationCommand["type"]>;
