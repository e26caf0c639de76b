import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { define16, rejected16 } from "../../dialects/ocpp16/define";
import { reservationStatuses } from "./statuses";

/** Reservations in 1.6. Connector 0 stands for any of them. */
export const reservationCommands16 = {
  ReserveNow: define16(
    z.object({
      connectorId: z.int(),
      expiryDate: instant,
      idTag: z.string(),
      parentIdTag: z.string().optional(),
      reservationId: z.int(),
    }),
    rejected16,
    ({ connectorId, expiryDate, idTag, parentIdTag, reservationId }, { blocks }) => {
      const outcome = blocks.reservations.reserve({
        id: reservationId,
        evse: connectorId === 0 ? undefined : connectorId,
        connectorType: undefined,
        token: idTag,
        group: parentIdTag,
        expiresAt: expiryDate,
      });
      return { result: { status: reservationStatuses[outcome] } };
    },
  ),

  CancelReservation: define16(z.object({ reservationId: z.int() }), rejected16, ({ reservationId }, { blocks }) => ({
    result: blocks.reservations.cancel(reservationId) ? { status: "Accepted" } : rejected16,
  })),
} satisfies Record<string, Command>;
