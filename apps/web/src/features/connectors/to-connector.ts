import type { ConnectorRow } from "@/server/stations/rows";
import { connectorState } from "./connector-state";
import { type ConnectorView, connectorLabel } from "./connector-view";

/** The connectors people can plug into, out of the server's rows; what is told about the station itself is left out. */
export function toConnectors(
  rows: readonly ConnectorRow[],
  { connected, disconnectedAt }: { connected: boolean; disconnectedAt: Date | null },
): ConnectorView[] {
  const places = rows.filter(({ evse }) => evse > 0);
  return places.map((row) => ({
    evse: row.evse,
    connector: row.connector,
    label: connectorLabel(row, places),
    status: row.status,
    activity: row.activity ?? undefined,
    state: connectorState({ status: row.status, activity: row.activity ?? undefined, connected }),
    since: connected ? row.since : (disconnectedAt ?? row.since),
    fault: row.status === "faulted" ? toFault(row) : undefined,
    ...(row.session && {
      powerW: row.session.powerW ?? undefined,
      stateOfCharge: row.session.stateOfCharge ?? undefined,
      measuredAt: row.session.meterAt ?? undefined,
      session: {
        id: String(row.session.id),
        startedAt: row.session.startedAt ?? row.since,
        energyWh: row.session.energyWh ?? undefined,
      },
    }),
  }));
}

/** What the station said about a fault, in the console's shape. */
export const toFault = (row: Pick<ConnectorRow, "errorCode" | "errorInfo" | "vendorErrorCode">) => ({
  code: row.errorCode ?? undefined,
  info: row.errorInfo ?? undefined,
  vendorCode: row.vendorErrorCode ?? undefined,
});
