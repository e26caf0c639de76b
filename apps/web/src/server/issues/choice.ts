import { severities } from "@chargehand/domain/issues/issue";
import { z } from "zod";
import type { SignedIn } from "../context";
import { Refused } from "../errors";
import { type Writer, write } from "../write";
import { rankOf, severityOfRank } from "./rows";

export const choice = z.object({ severity: z.enum(severities).nullable() });

/** From which severity on a person gets e-mail, and whether this installation can send any. */
export async function chosen({ prisma, person, sendsMail }: Pick<SignedIn, "prisma" | "person" | "sendsMail">) {
  const row = await prisma.noticeChoice.findUnique({ where: { userId: person.id } });
  const usual = person.is === "person" && person.role === "operator" ? 1 : 0;
  const rank = row?.severity ?? usual;
  return { severity: rank === 0 ? null : severityOfRank(rank), canSend: sendsMail };
}

/** Whoever asks wants e-mail from a severity on, or none. */
export const choose = (
  context: Writer & Pick<SignedIn, "person">,
  { severity }: z.output<typeof choice>,
): Promise<void> =>
  write(context, async (tx, tell) => {
    const { person } = context;
    if (person.is !== "person") throw new Refused("A program has no mailbox: give it a webhook.");
    const rank = severity === null ? 0 : rankOf(severity);
    await tx.noticeChoice.upsert({
      where: { userId: person.id },
      create: { userId: person.id, severity: rank },
      update: { severity: rank },
    });
    tell.audit({ action: "notices.choose", subject: `user:${person.id}`, after: { severity } });
  });
