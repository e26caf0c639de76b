import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

/** What this process counts, for `/metrics`. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "chargehand_" });
  // Counted by ourselves and told when asked: a counter's labels cost more than everything else about a message's end.
  const counted = new Map<string, Map<string, number>>();
  new Counter({
    name: "chargehand_messages_total",
    help: "Messages of stations, by version and our verdict",
    labelNames: ["version", "verdict"] as const,
    registers,
    collect() {
      this.reset();
      for (const [version, verdicts] of counted) {
        for (const [verdict, count] of verdicts) this.inc({ version, verdict }, count);
      }
    },
  });

  return {
    registry,
    countMessage(version: string, verdict: string) {
      const verdicts = counted.get(version) ?? new Map<string, number>();
      counted.set(version, verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1));
    },
    connections: new Gauge({
      name: "chargehand_connections",
      help: "Stations connected to this gateway",
      labelNames: ["version"] as const,
      registers,
    }),
    upgrades: new Counter({
      name: "chargehand_upgrades_total",
      help: "Connections asked for, by what became of them: taken, or the reason of the refusal",
      labelNames: ["result"] as const,
      registers,
    }),
    answerSeconds: new Histogram({
      name: "chargehand_answer_seconds",
      help: "From a station's call to its durable answer",
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
      registers,
    }),
    commands: new Counter({
      name: "chargehand_commands_total",
      help: "Commands sent, by how the call ended",
      labelNames: ["end"] as const,
      registers,
    }),
    batchEntries: new Histogram({
      name: "chargehand_journal_batch_entries",
      help: "Messages in one group commit",
      buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000],
      registers,
    }),
    batchSeconds: new Histogram({
      name: "chargehand_journal_batch_seconds",
      help: "How long a group commit takes",
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    journalQueue: new Gauge({
      name: "chargehand_journal_queue",
      help: "Messages that wait for a group commit",
      registers,
    }),
    eventLagSeconds: new Gauge({
      name: "chargehand_event_lag_seconds",
      help: "By how much an open writing transaction holds back the readers of events",
      registers,
    }),
  };
}
