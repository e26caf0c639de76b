import type { StationDetail as ServerDetail } from "@/server/stations/by-identity";
import type { StationRow as ServerRow } from "@/server/stations/rows";
import { toConnectors } from "../connectors/to-connector";
import type { StationDetail, StationRow } from "./station-view";

/** A line of the stations table, out of the server's row. */
export function toStationRow(row: ServerRow): StationRow {
  return { ...commonFacts(row), connectors: toConnectors(row.connectors, row) };
}

/** A station's page and inspector, out of what the server knows; `security` is said in words by who shows it. */
export function toStationDetail(row: ServerDetail, security: string | undefined): StationDetail {
  const { connection, neighbours, lastSessions } = row;
  return {
    ...commonFacts(row),
    registration: row.registration,
    serialNumber: row.serialNumber ?? undefined,
    clockSkewMs: row.clockSkewMs ?? undefined,
    security,
    connectedSince: row.connectedAt ?? undefined,
    reconnects24h: row.reconnectsToday,
    lastClose:
      connection?.closedAt && connection.closeCode !== null
        ? { at: connection.closedAt, code: connection.closeCode, reason: connection.closeReason || undefined }
        : undefined,
    lastBootAt: row.bootedAt ?? undefined,
    lastBootReason: row.bootReason ?? undefined,
    siteSeen: neighbours ? { connected: neighbours.connected, all: neighbours.stations } : undefined,
    connectors: toConnectors(row.connectors, row).map((connector) => {
      const last = lastSessions.find(
        (one) => one.evse === connector.evse && (one.connector ?? connector.connector) === connector.connector,
      );
      if (!last) return connector;
      return {
        ...connector,
        lastSession: { id: String(last.id), endedAt: last.endedAt, energyWh: last.energyWh ?? undefined },
      };
    }),
  };
}

function commonFacts(row: ServerRow): Omit<StationRow, "connectors"> {
  const measured = row.connectors.flatMap(({ session }) => session?.meterAt?.getTime() ?? []);
  return {
    id: row.id,
    identity: row.identity,
    name: row.name ?? undefined,
    site: row.site?.name,
    vendor: row.vendor ?? undefined,
    model: row.model ?? undefined,
    firmware: row.firmwareVersion ?? undefined,
    version: row.version ?? undefined,
    approval: row.approval,
    connected: row.connected,
    lastSeenAt: row.lastSeenAt ?? undefined,
    heartbeatSeconds: row.heartbeatSeconds,
    powerW: row.powerW ?? undefined,
    powerAt: measured.length > 0 ? new Date(Math.max(...measured)) : undefined,
  };
}
