import { z } from "zod";
import type { SignedIn } from "../context";
import { NotFound, Refused } from "../errors";
import { assignAll } from "../issues/act";
import { json, type Writer, write } from "../write";
import { shiftFacts } from "./facts";

export const handingOver = z.object({
  to: z.string().max(100),
  notes: z.string().trim().max(10_000),
  since: z.date(),
});

/** The next operator owns what was mine and what was nobody's; how it stood and what was written about it is kept. */
export async function handOver(
  context: Writer & Pick<SignedIn, "person" | "pool">,
  { to, notes, since }: z.output<typeof handingOver>,
): Promise<{ id: number; issues: number }> {
  const facts = await shiftFacts(context, { since });
  return write(context, async (tx, tell) => {
    const { person, clock } = context;
    if (person.is !== "person") throw new Refused("A program has no shift.");
    const next = await tx.user.findUnique({ where: { id: to } });
    if (!next) throw new NotFound("There is nobody of this name here any more.");
    const handed = await tx.issue.findMany({
      where: { state: { not: "resolved" }, OR: [{ ownerId: person.id }, { ownerId: null }] },
      select: { id: true },
      take: 500,
    });
    const issues = handed.map(({ id }) => id);
    await assignAll(context, { tx, tell }, { issues, to: next.id });
    const { id } = await tx.handover.create({
      data: {
        at: clock(),
        fromId: person.id,
        fromName: person.name,
        toId: next.id,
        toName: next.name,
        notes,
        facts: json(facts),
      },
    });
    tell.audit({
      action: "shift.hand-over",
      subject: `shift:${id}`,
      after: { to: next.name, issues: issues.length, notes },
    });
    return { id, issues: issues.length };
  });
}

/** The last handovers, the latest first. */
export const lastHandovers = ({ prisma }: Pick<SignedIn, "prisma">) =>
  prisma.handover.findMany({
    orderBy: { at: "desc" },
    take: 10,
    select: { id: true, at: true, fromName: true, toName: true, notes: true },
  });
