import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { isEnabled } from "../../dialects/ocpp2/variable";
import { reservationStatuses } from "./statuses";

const idToken = z.object({ idToken: z.string() });

/** Reservations in 2.x. */
export const reservationCommands2 = {
  ReserveNow: define2(
    z.object({
      id: z.int(),
      expiryDateTime: instant,
      idToken,
      evseId: z.int().optional(),
      connectorType: z.string().optional(),
      groupIdToken: idToken.optional(),
    }),
    ({ id, connectorType, evseId, expiryDateTime, groupIdToken, ...told }, controls) => {
      if (!isEnabled(controls, "ReservationCtrlr")) return rejected2("NotEnabled");
      const outcome = controls.blocks.reservations.reserve({
        id,
        evse: evseId,
        connectorType,
        token: told.idToken.idToken,
        group: groupIdToken?.idToken,
        expiresAt: expiryDateTime,
      });
      return { result: { status: reservationStatuses[outcome] } };
    },
  ),

  CancelReservation: define2(z.object({ reservationId: z.int() }), ({ reservationId }, { blocks }) =>
    blocks.reservations.cancel(reservationId) ? accepted2() : rejected2("NotFound"),
  ),
} satisfies Record<string, Command>;
