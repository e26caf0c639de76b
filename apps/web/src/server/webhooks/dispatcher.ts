import { setTimeout as pause } from "node:timers/promises";
import type { Bus } from "@chargehand/bus/bus";
import { collect } from "./collect";
import { dueReceivers, type SendContext, sendDue } from "./send";

/** What sends events to their receivers, in this process and in every other one of the console. */
export interface Dispatcher {
  close(): Promise<void>;
}

const pollMs = 2_000;
/** Bells that ring while a round goes on are answered together. */
const betweenMs = 100;
const cleanMs = 60 * 60_000;
const keptDays = 30;

/** Starts to turn events into deliveries and to send what is due. A lost bell costs at most the poll. */
export async function startDispatcher({
  bus,
  onError,
  ...context
}: SendContext & { bus: Pick<Bus, "subscribe">; onError: (error: unknown) => void }): Promise<Dispatcher> {
  const closing = new AbortController();
  const { signal } = closing;
  const lanes = new Map<number, Promise<void>>();
  let ring = () => {};
  let rung = false;
  const unsubscribe = await bus.subscribe("events", () => {
    rung = true;
    ring();
  });

  /** Each receiver has a lane of its own, so that a slow one holds nobody up. */
  async function openLanes() {
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

  const running = (async () => {
    while (!signal.aborted) {
      rung = false;
      let more = false;
      try {
        more = await collect(context.pool, context.clock());
        await openLanes();
        await clean();
      } catch (error) {
        // The database is away: the loop has to outlive it.
        onError(error);
      }
      if (more || signal.aborted) continue;
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          ring = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      await pause(betweenMs, undefined, { signal }).catch(() => {});
    }
  })();

  return {
    async close() {
      closing.abort();
      unsubscribe();
      ring();
      await running;
      await Promise.all(lanes.values());
    },
  };
}
