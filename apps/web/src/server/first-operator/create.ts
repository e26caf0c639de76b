import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@chargehand/db/generated/client";
import { hashPassword } from "better-auth/crypto";

/** Makes the one operator nobody else could have made. Returns false, and changes nothing, when there is an operator already. */
export async function createFirstOperator(
  prisma: PrismaClient,
  { email, password }: { email: string; password: string },
): Promise<boolean> {
  const hash = await hashPassword(password);
  const address = email.trim().toLowerCase();

  return prisma.$transaction(async (tx) => {
    // Two starts at once: the second waits here, and then finds the first one's operator.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(4202)::text`;
    if ((await tx.user.count({ where: { role: "operator" } })) > 0) return false;

    const id = randomUUID();
    await tx.user.create({
      data: { id, email: address, name: address.replace(/@.*$/, ""), role: "operator", emailVerified: true },
    });
    await tx.account.create({
      data: { id: randomUUID(), userId: id, accountId: id, providerId: "credential", password: hash },
    });
    await tx.audit.create({
      data: { actor: "system", action: "operator.create", subject: `user:${id}`, after: { email: address } },
    });
    return true;
  });
}
