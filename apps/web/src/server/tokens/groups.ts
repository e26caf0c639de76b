import { z } from "zod";
import type { Context } from "../context";
import { type Writer, write } from "../write";

export interface GroupRow {
  name: string;
  tokens: number;
  masterPass: boolean;
  note: string | null;
}

/** The groups that tokens are in, and those of which something is said. */
export async function listGroups({ pool }: Pick<Context, "pool">): Promise<GroupRow[]> {
  const { rows } = await pool.query<GroupRow>(
    `SELECT coalesce(g.name, t.name) AS name, coalesce(t.tokens, 0)::int AS tokens,
       coalesce(g.master_pass, false) AS "masterPass", g.note
     FROM token_group g FULL JOIN (
       SELECT "group" AS name, count(*) AS tokens FROM token WHERE "group" IS NOT NULL GROUP BY "group"
     ) t ON t.name = g.name
     ORDER BY 1 LIMIT 1000`,
  );
  return rows;
}

export const groupChange = z.object({
  name: z.string().trim().min(1).max(255),
  masterPass: z.boolean(),
  note: z.string().trim().max(1_000).nullable().optional(),
});

/** Says what a group is. A master pass ends everybody's charging, and begins none. */
export const setGroup = (context: Writer, { name, masterPass, note }: z.output<typeof groupChange>) =>
  write(context, async (tx, tell) => {
    const before = await tx.tokenGroup.findUnique({ where: { name } });
    await tx.tokenGroup.upsert({
      where: { name },
      create: { name, masterPass, note: note ?? null },
      update: { masterPass, ...(note !== undefined && { note }) },
    });
    tell.audit({
      action: "token-group.change",
      subject: `token-group:${name}`,
      before: { masterPass: before?.masterPass ?? false },
      after: { masterPass },
    });
    const tokens = await tx.token.findMany({ where: { group: name }, select: { value: true }, take: mostTold });
    for (const { value } of tokens) tell.event({ event: { type: "token.changed", token: value } });
  });

/** Whoever hears that one token of a group changed asks for all of them again. */
const mostTold = 100;
