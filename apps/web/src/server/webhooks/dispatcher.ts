import type { Bus } from "@chargehand/bus/bus";
import { type Rounds, startRounds } from "../rounds";
import { collect } from "./collect";
import { dueReceivers, type SendContext, sendDue } from "./send";

const cleanMs = 60 * 60_000;
const keptDays = 30;

/** Turns events into deliveries and sends what is due, in this process and in every other one of the console. */
export async function startDispatcher({
  bus,
  onError,
  ...context
}: SendContext & { bus: Pick<Bus, "subscribe">; onError: (error: unknown) => void }): Promise<Rounds> {
  const lanes = new Map<number, Promise<void>>();

  /** Each receiver has a lane of its own, so that a slow one holds nobody up. */
  async function openLanes(signal: AbortSignal) {
    for (const webhook of await dueReceivers(context)) {
      if (lanes.has(webhook)) continue;
      const lane = sendDue(context, webhook, signal)
        .catch(onError)
        .finally(() => lanes.delete(webhook));
      lanes.set(webhook, lane);
    }
  }

  let cleanedAt = Number.NEGATIVE_INFINITY;
  async function clean() {
    const now = context.clock().getTime();
    if (now - cleanedAt < cleanMs) return;
    cleanedAt = now;
    const before = new Date(now - keptDays * 24 * 60 * 60_000);
    await context.prisma.webhookDelivery.deleteMany({
      where: { createdAt: { lt: before }, status: { not: "pending" } },
    });
  }

  async function round(signal: AbortSignal) {
    const more = await collect(context.pool, context.clock());
    await openLanes(signal);
    await clean();
    return more;
  }

  const rounds = await startRounds({ bus, round, onError });
  return {
    async close() {
      await rounds.close();
      await Promise.all(lanes.values());
    },
  };
}
