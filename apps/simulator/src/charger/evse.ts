import { Bay } from "../physics/bay";
import type { Supply } from "../physics/supply";
import type { Random } from "../random";
import type { Cancel } from "../time/clock";
import type { Authorisation, Transaction } from "./transaction";

export type ConnectorSpec = {
  /** In the words of 2.x, such as cCCS2 or sType2. */
  type: string;
};

export type EvseSpec = {
  supply: Supply;
  connectors: ConnectorSpec[];
  /** Where the meter's register begins; drawn from the seed when left out. */
  meterStartWh?: number;
};

/** A connector's condition, finer than any version tells it. */
export type Condition =
  | "available"
  | "preparing"
  | "charging"
  | "paused-by-car"
  | "paused-by-station"
  | "finishing"
  | "reserved"
  | "unavailable"
  | "faulted";

export type Connector = {
  id: number;
  type: string;
  operative: boolean;
  fault: string | undefined;
  condition: Condition;
};

/** One EVSE as the controller sees it: the physics below, who may use it, and the transaction above. */
export type Evse = {
  id: number;
  bay: Bay;
  connectors: Connector[];
  operative: boolean;
  /** It is kept for somebody who comes later. */
  reserved: boolean;
  /** The connector whose cable is in a car. */
  pluggedInto: Connector | undefined;
  authorisation: Authorisation | undefined;
  transaction: Transaction | undefined;
  /** A transaction ended and the cable is still in. */
  finishing: boolean;
  /** Pending timers: the plug that must come, and the rhythm of samples and looks at the meter. */
  timers: { plug?: Cancel; sample?: Cancel; look?: Cancel };
};

export function makeEvse(id: number, spec: EvseSpec, random: Random, now: number): Evse {
  const meterStartWh = spec.meterStartWh ?? random.integer(10_000, 2_000_000);
  return {
    id,
    bay: new Bay({ supply: spec.supply, meterStartWh, now }),
    connectors: spec.connectors.map(({ type }, index) => ({
      id: index + 1,
      type,
      operative: true,
      fault: undefined,
      condition: "available",
    })),
    operative: true,
    reserved: false,
    pluggedInto: undefined,
    authorisation: undefined,
    transaction: undefined,
    finishing: false,
    timers: {},
  };
}

/** What this connector is now. A fault shows at once, a closure only after the transaction. */
export function conditionOf(evse: Evse, connector: Connector, stationOperative: boolean): Condition {
  if (connector.fault !== undefined) return "faulted";
  const plugged = evse.pluggedInto === connector;
  const transaction = evse.transaction?.connector === connector.id ? evse.transaction : undefined;
  if (!transaction && !(stationOperative && evse.operative && connector.operative)) return "unavailable";
  if (transaction) return duringTransaction[transaction.state];
  if (plugged) return evse.finishing ? "finishing" : "preparing";
  if (evse.authorisation && isAwaited(evse, connector)) return "preparing";
  return evse.reserved ? "reserved" : "available";
}

const duringTransaction = {
  idle: "preparing",
  connected: "preparing",
  charging: "charging",
  "paused-by-car": "paused-by-car",
  "paused-by-station": "paused-by-station",
} as const;

/** An authorisation without a cable waits at the EVSE's first connector that works. */
export function isAwaited(evse: Evse, connector: Connector): boolean {
  return (
    !evse.pluggedInto && evse.connectors.find(({ fault, operative }) => operative && fault === undefined) === connector
  );
}
