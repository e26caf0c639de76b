import type { Activity, ConnectorStatus } from "@chargehand/domain/vocabulary";
import type { Sample } from "@/components/chart/sample";
import type { ConnectorState } from "./connector-state";

/** A connector as the console shows it. Powers are in watts, energies in watt-hours. */
export interface ConnectorView {
  evse: number;
  connector: number;
  /** As people at the station would count: "1", or "1.2" where an EVSE has several. */
  label: string;
  /** Like "CCS", where the station told. */
  plug?: string;
  maxPowerW?: number;
  status: ConnectorStatus;
  activity?: Activity;
  state: ConnectorState;
  /** Since when it is in this state. */
  since?: Date;
  fault?: ConnectorFault;
  powerW?: number;
  limitW?: number;
  stateOfCharge?: number;
  /** When power and state of charge were measured. */
  measuredAt?: Date;
  session?: { id: string; startedAt: Date; energyWh?: number };
  lastSession?: { id: string; endedAt: Date; energyWh?: number };
  /** The last hour's power, where somebody looks. */
  lastHour?: readonly Sample[];
}

/** What the station said about a fault, in its own words. */
export interface ConnectorFault {
  code?: string;
  info?: string;
  vendorCode?: string;
  frameId?: string;
}

/** Numbers connectors as people do: the EVSE alone, unless one has several connectors. */
export function connectorLabel(
  place: { evse: number; connector: number },
  all: readonly { evse: number; connector: number }[],
) {
  const several = all.some((other) => other.evse === place.evse && other.connector !== place.connector);
  return several ? `${place.evse}.${place.connector}` : String(place.evse);
}
