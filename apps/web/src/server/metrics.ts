import { eventLag } from "@chargehand/db/events";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Context } from "./context";

/** The console's figures in the text form of Prometheus. */
export interface Metrics {
  contentType: string;
  text(): Promise<string>;
}

export function makeMetrics({ pool, live }: Pick<Context, "pool" | "live">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  new Gauge({
    name: "chargehand_live_streams",
    help: "Browsers that listen to changes",
    registers,
    collect() {
      this.set(live.listeners());
    },
  });
  new Gauge({
    name: "chargehand_event_streams",
    help: "Programs that listen to events",
    registers,
    collect() {
      this.set(live.readers());
    },
  });
  new Gauge({
    name: "chargehand_event_lag_seconds",
    help: "By how much readers are behind because a writing transaction is still open",
    registers,
    async collect() {
      this.set(await eventLag(pool));
    },
  });
  new Gauge({
    name: "chargehand_database_connections",
    help: "Database connections of the console's pool",
    labelNames: ["state"],
    registers,
    collect() {
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      this.set({ state: "idle" }, pool.idleCount);
    },
  });
  return { contentType: registry.contentType, text: () => registry.metrics() };
}
