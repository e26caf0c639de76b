import { z } from "zod";
import { type Writer, write } from "../write";
import { tokenForChange } from "./tokens";

export const tokenChange = z.object({
  id: z.int(),
  group: z.string().trim().max(255).nullable().optional(),
  expiresAt: z.date().nullable().optional(),
  note: z.string().trim().max(1_000).nullable().optional(),
});

/** Changes what is known of a token; what is left out stays, and its value and kind never change. */
export const changeToken = (context: Writer, { id, group, expiresAt, note }: z.output<typeof tokenChange>) =>
  write(context, async (tx, tell) => {
    const before = await tokenForChange(tx, id);
    const after = {
      group: group === undefined ? before.group : group || null,
      expiresAt: expiresAt === undefined ? before.expiresAt : expiresAt,
      note: note === undefined ? before.note : note || null,
    };
    await tx.token.update({ where: { id }, data: after });
    tell.audit({
      action: "token.change",
      subject: `token:${id}`,
      before: { group: before.group, expiresAt: before.expiresAt },
      after: { group: after.group, expiresAt: after.expiresAt },
    });
    tell.event({ event: { type: "token.changed", token: before.value } });
  });
