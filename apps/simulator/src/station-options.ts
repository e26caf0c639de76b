import type { EvseSpec } from "./charger/evse";
import type { Settings } from "./charger/settings";
import type { Version } from "./dialects/dialect";
import type { LedgerOptions } from "./ledger";
import type { Clock } from "./time/clock";
import type { Faults } from "./wire/faults";

export type StationOptions = {
  /** Unencoded; it becomes the last segment of the address and the user name. */
  identity: string;
  version: Version;
  /** The CSMS's address without the identity, such as ws://localhost:9000/ocpp. */
  url: string;
  /** Sent by HTTP Basic. In 1.6 a key of 32 to 40 hex digits goes out as the bytes it stands for. */
  secret?: string;
  secretForm?: "hex" | "text" | "by-version";
  /** Offered instead of the version's own subprotocol. */
  subprotocols?: string[];
  insecure?: boolean;

  vendor?: string;
  model?: string;
  serial?: string;
  firmware?: string;
  /** Two EVSEs of 22 kW when left out. In 1.6 each connector becomes an EVSE of its own, for that is all it can tell. */
  evses?: EvseSpec[];

  /** What the station counts by: samples, heartbeats, charging, timestamps. The wall clock when left out. */
  clock?: Clock;
  /** What the line counts by: call time-outs, retries, back-off, pings. The wall clock when left out. */
  network?: Clock;
  /** How much faster than the clock cars charge. Timestamps stay those of the clock. */
  speed?: number;
  seed?: number;
  settings?: Partial<Settings>;
  faults?: Partial<Faults>;
  ledger?: LedgerOptions;

  /** Dial again after a line was lost; true when left out. */
  reconnect?: boolean;
  bootOnReconnect?: boolean;
  /** How 2.x tells that a connector changed. */
  availabilityBy?: "StatusNotification" | "NotifyEvent" | "both";
  /** Also reports security events when it starts, as real chargers do unasked. */
  chatty?: boolean;
  /** How long a restart takes. */
  rebootMs?: number;
  /** How long each step of a longer piece of work takes: fetching and installing firmware, sending a file. */
  stepMs?: number;
};

/** A plain wallbox pair: three phases, 32 A. */
export const defaultEvses: EvseSpec[] = [
  { supply: { current: "AC", phases: 3, amps: 32 }, connectors: [{ type: "sType2" }] },
  { supply: { current: "AC", phases: 3, amps: 32 }, connectors: [{ type: "sType2" }] },
];

/** 1.6 knows connectors only: one EVSE each. */
export function evsesFor(version: Version, evses: EvseSpec[]): EvseSpec[] {
  if (version !== "1.6") return evses;
  return evses.flatMap(({ connectors, ...evse }) =>
    connectors.map((connector) => ({ ...evse, connectors: [connector] })),
  );
}
