import type { SignedIn } from "../context";

/** When a person's last shift ended: when they handed over; null for somebody who never did. */
export async function lastShiftOf({ prisma, person }: Pick<SignedIn, "prisma" | "person">): Promise<Date | null> {
  const last = await prisma.handover.findFirst({ where: { fromId: person.id }, orderBy: { at: "desc" } });
  return last?.at ?? null;
}
