import type { Approval, OcppVersion, Registration } from "@chargehand/domain/vocabulary";
import type { Sample } from "@/components/chart/sample";
import { connectorStates } from "../connectors/connector-state";
import type { ConnectorView } from "../connectors/connector-view";

/** A station in a list. Powers in watts. */
export interface StationRow {
  id: number;
  identity: string;
  name?: string;
  site?: string;
  vendor?: string;
  model?: string;
  firmware?: string;
  /** Words of the operators' own. */
  tags: readonly string[];
  version?: OcppVersion;
  approval: Approval;
  connected: boolean;
  lastSeenAt?: Date;
  heartbeatSeconds: number;
  connectors: readonly Pick<ConnectorView, "label" | "state" | "since" | "fault">[];
  /** What all its connectors draw together. */
  powerW?: number;
  powerAt?: Date;
  lastHour?: readonly Sample[];
}

/** A station on its own page. */
export interface StationDetail extends Omit<StationRow, "connectors"> {
  registration: Registration;
  serialNumber?: string;
  /** The station's clock minus ours, in milliseconds. */
  clockSkewMs?: number;
  /** How it is connected: "TLS, profile 2". */
  security?: string;
  connectedSince?: Date;
  lastBootAt?: Date;
  lastBootReason?: string;
  connectors: readonly ConnectorView[];
}

/** The one connector whose state says most about the station: the worst, and the longest of those. */
export function worstConnector<C extends Pick<ConnectorView, "state" | "since">>(connectors: readonly C[]) {
  const rank = ({ state }: C) => connectorStates.indexOf(state);
  const since = (connector: C) => connector.since?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...connectors].sort((one, other) => rank(one) - rank(other) || since(one) - since(other))[0];
}
