import { randomBytes } from "node:crypto";
import { supportTokenPrefix } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { type Writer, write } from "../write";
import { commandOrder, placeCommand } from "./send";

export const supportStart = z.object({
  station: z.int(),
  evse: z.int().min(1),
  connector: z.int().min(1).optional(),
  /** Nobody pays, or the holder of this token does. */
  billing: z.discriminatedUnion("to", [
    z.object({ to: z.literal("nobody") }),
    z.object({ to: z.literal("token"), value: z.string().trim().min(1).max(255), kind: z.string().max(40) }),
  ]),
  reason: z.string().trim().min(1, "Say why: it is kept with the session.").max(500),
});

/** Starts a charge for somebody on the phone; why, and who pays, stays with the command, its session and the audit trail. */
export const startForSupport = (
  context: Writer,
  { station, evse, connector, billing, reason }: z.output<typeof supportStart>,
): Promise<{ id: number }> =>
  write(context, (tx, tell) => {
    const token =
      billing.to === "token"
        ? { value: billing.value, kind: billing.kind }
        : // A name for once, that nobody can have guessed or copied to a card.
          { value: `${supportTokenPrefix}${randomBytes(5).toString("hex").toUpperCase()}`, kind: "central" };
    const command = { type: "start", evse, ...(connector && { connector }), token } as const;
    return placeCommand(context, tx, tell, commandOrder.parse({ station, command, ifOffline: "refuse", reason }));
  });
