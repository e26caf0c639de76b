import type { Transaction } from "../write";

/** Why a webhook is off. */
export const offReasons = ["by-hand", "failing", "gone"] as const;
export type OffReason = (typeof offReasons)[number];

/** What waits for a webhook that is off will not be sent by itself any more; a person may send it again. */
export const dropWaiting = (tx: Transaction, webhookId: number, now: Date) =>
  tx.webhookDelivery.updateMany({
    where: { webhookId, status: "pending" },
    data: { status: "failed", nextAttemptAt: null, claim: null, settledAt: now },
  });

/** Turns a webhook off that has been failing since before a moment, or whose receiver is gone, and leaves a trace. */
export async function giveUpOn(
  tx: Transaction,
  { id, reason, now, since }: { id: number; reason: OffReason; now: Date; since?: Date },
): Promise<void> {
  const { count } = await tx.webhook.updateMany({
    where: { id, enabled: true, ...(since && { failingSince: { lte: since } }) },
    data: { enabled: false, disabledReason: reason },
  });
  if (count === 0) return;
  await dropWaiting(tx, id, now);
  await tx.audit.create({
    data: { at: now, actor: "system", action: "webhook.disable", subject: `webhook:${id}`, after: { reason } },
  });
}
