import { eventLag } from "@chargehand/db/events";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Context } from "./context";

/** The console's figures in the text form of Prometheus. */
export interface Metrics {
  contentType: string;
  text(): Promise<string>;
  /** One turn of the engine of campaigns is over. */
  campaignTick(seconds: number): void;
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
    name: "chargehand_webhooks",
    help: "Webhooks that are on: those that take what they are sent, and those that do not",
    labelNames: ["state"],
    registers,
    async collect() {
      const { rows } = await pool.query<{ taking: number; failing: number }>(
        `SELECT count(*) FILTER (WHERE failing_since IS NULL)::int AS taking,
           count(*) FILTER (WHERE failing_since IS NOT NULL)::int AS failing FROM webhook WHERE enabled`,
      );
      this.set({ state: "taking" }, rows[0]?.taking ?? 0);
      this.set({ state: "failing" }, rows[0]?.failing ?? 0);
    },
  });
  new Gauge({
    name: "chargehand_webhook_messages_waiting",
    help: "Messages of webhooks that nobody has taken yet",
    registers,
    async collect() {
      const { rows } = await pool.query<{ waiting: number }>(
        "SELECT count(*)::int AS waiting FROM webhook_delivery WHERE status = 'pending'",
      );
      this.set(rows[0]?.waiting ?? 0);
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
  const ticks = new Histogram({
    name: "chargehand_campaign_tick_seconds",
    help: "How long the engine of campaigns takes for one turn over all of them",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    campaignTick: (seconds) => ticks.observe(seconds),
  };
}
