import type { Bus } from "@chargehand/bus/bus";
import type { FactSource } from "@chargehand/db/facts";
import type { Leases } from "@chargehand/db/leases";
import type { Queryable } from "@chargehand/db/pool";
import type { Logger } from "pino";
import type { Settings } from "./env";
import type { Journal } from "./journal";
import type { Live } from "./live";
import type { Metrics } from "./metrics";

/** What the parts of a gateway share; built once, when it starts. */
export interface House {
  gatewayId: number;
  settings: Settings;
  db: Queryable;
  journal: Journal;
  facts: FactSource;
  leases: Leases;
  bus: Bus;
  live: Live;
  log: Logger;
  metrics: Metrics;
}
