import type { LastSession } from "@/server/stations/by-identity";
import type { ConnectorRow } from "@/server/stations/rows";
import { connectorState } from "./connector-state";
import { type ConnectorView, connectorLabel } from "./connector-view";

/** The connectors people can plug into, out of the server's rows; what is told about the station itself is left out. */
export function connectorsOf(
  rows: readonly ConnectorRow[],
  { connected, disconnectedAt }: { connected: boolean; disconnectedAt: Date | null },
  lastSessions: readonly LastSession[] = [],
): ConnectorView[] {
  const connectors = rows.filter(({ evse }) => evse > 0);
  return connectors.map((row) => {
    const { evse, connector, status, session } = row;
    const activity = row.activity ?? undefined;
    const last = lastSessions.find((one) => one.evse === evse && (one.connector ?? connector) === connector);
    return {
      evse,
      connector,
      label: connectorLabel(row, connectors),
      status,
      activity,
      state: connectorState({ status, activity, connected }),
      since: connected ? row.since : (disconnectedAt ?? row.since),
      fault: status === "faulted" ? faultOf(row) : undefined,
      ...(session && {
        powerW: session.powerW ?? undefined,
        stateOfCharge: session.stateOfCharge ?? undefined,
        measuredAt: session.meterAt ?? undefined,
        session: {
          id: String(session.id),
          startedAt: session.startedAt ?? row.since,
          energyWh: session.energyWh ?? undefined,
        },
      }),
      lastSession: last && { id: String(last.id), endedAt: last.endedAt, energyWh: last.energyWh ?? undefined },
    };
  });
}

/** What the station said about a fault, in the console's shape. */
export const faultOf = (row: Pick<ConnectorRow, "errorCode" | "errorInfo" | "vendorErrorCode">) => ({
  code: row.errorCode ?? undefined,
  info: row.errorInfo ?? undefined,
  vendorCode: row.vendorErrorCode ?? undefined,
});
