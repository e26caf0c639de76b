import { setTimeout as pause } from "node:timers/promises";
import type { Bus } from "@chargehand/bus/bus";
import { type TickContext, tick } from "./tick";

/** What carries campaigns on, in this process; however many there are, one of them works at a time. */
export interface CampaignEngine {
  close(): Promise<void>;
}

const pollMs = 1_000;
/** Bells that ring while it works are answered together. */
const betweenMs = 200;

/** Carries campaigns on until it is closed. All it knows is in the database: a process that dies loses nothing. */
export async function startCampaignEngine({
  bus,
  onTick,
  onError,
  ...context
}: TickContext & {
  bus: Pick<Bus, "publish" | "subscribe">;
  onTick: (seconds: number) => void;
  onError: (error: unknown) => void;
}): Promise<CampaignEngine> {
  const closing = new AbortController();
  const { signal } = closing;
  let ring = () => {};
  let rung = false;
  const unsubscribe = await bus.subscribe("events", () => {
    rung = true;
    ring();
  });

  const running = (async () => {
    while (!signal.aborted) {
      rung = false;
      try {
        const begun = performance.now();
        const told = await tick(context);
        onTick((performance.now() - begun) / 1000);
        if (told.changed) bus.publish("events");
        for (const station of told.stations) bus.publish("commands", String(station));
      } catch (error) {
        // The database is away: the loop has to outlive it.
        onError(error);
      }
      if (signal.aborted) break;
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
    },
  };
}
