import { Prisma } from "@chargehand/db/generated/client";
import { tokenStandings } from "@chargehand/domain/authorization";
import { z } from "zod";
import { json, type Writer, write } from "../write";
import { consequences, follow } from "./consequences";
import { tokenAddition, tokenForChange } from "./tokens";

const { group, expiresAt, note, validFrom, maxSessions, places, connectorTypes, priority, message, language } =
  tokenAddition.shape;
const { maxEnergyWh, maxSeconds, maxCost } = tokenAddition.shape;

/** What can be changed of a token: what is left out stays, null takes it away. */
export const tokenTerms = z.object({
  group: group.nullable(),
  expiresAt: expiresAt.nullable(),
  note: note.nullable(),
  validFrom: validFrom.nullable(),
  maxSessions: maxSessions.nullable(),
  maxEnergyWh: maxEnergyWh.nullable(),
  maxSeconds: maxSeconds.nullable(),
  maxCost: maxCost.nullable(),
  places: places.nullable(),
  connectorTypes,
  priority: priority.nullable(),
  message: message.nullable(),
  language: language.nullable(),
  status: z.enum(tokenStandings).optional(),
});

export const tokenChange = tokenTerms.extend({ id: z.int(), ...consequences.shape });

/** Changes what is known of a token; its value and kind never change. */
export const changeToken = (
  context: Writer,
  { id, stopSessions, clearCaches, places, ...terms }: z.output<typeof tokenChange>,
) =>
  write(context, async (tx, tell) => {
    const before = await tokenForChange(tx, id);
    const wanted = Object.fromEntries(
      Object.entries(terms).map(([name, value]) => [name, value === "" ? null : value]),
    );
    const after = await tx.token.update({
      where: { id },
      data: { ...wanted, places: places === null ? Prisma.DbNull : places },
    });
    tell.audit({
      action: "token.change",
      subject: `token:${id}`,
      before: json(shown(before)),
      after: json(shown(after)),
    });
    tell.event({ event: { type: "token.changed", token: before.value } });
    await follow(context, tx, tell, before, { stopSessions, clearCaches });
  });

/** What the audit trail keeps: not what is only shown to the driver or noted. */
function shown({ group, status, expiresAt, validFrom, maxSessions, places, priority, ...kept }: Kept) {
  const { maxEnergyWh, maxSeconds, maxCost } = kept;
  return { group, status, expiresAt, validFrom, maxSessions, maxEnergyWh, maxSeconds, maxCost, places, priority };
}

type Kept = Awaited<ReturnType<typeof tokenForChange>>;
