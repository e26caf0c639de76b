import type { StationDetail as Stored } from "@/server/stations/by-identity";
import { connectorsOf } from "../connectors/connectors-of";
import { stationRowOf } from "./station-row-of";
import type { StationDetail } from "./station-view";

/** A station of the server as its page and the inspector show it; `security` says in words how it is connected. */
export function stationDetailOf(stored: Stored, security: string | undefined): StationDetail {
  const { connection, neighbours, lastSessions } = stored;
  return {
    ...stationRowOf(stored),
    registration: stored.registration,
    serialNumber: stored.serialNumber ?? undefined,
    clockSkewMs: stored.clockSkewMs ?? undefined,
    security,
    connectedSince: stored.connectedAt ?? undefined,
    reconnects24h: stored.reconnectsToday,
    lastClose:
      connection?.closedAt && connection.closeCode !== null
        ? { at: connection.closedAt, code: connection.closeCode, reason: connection.closeReason || undefined }
        : undefined,
    lastBootAt: stored.bootedAt ?? undefined,
    lastBootReason: stored.bootReason ?? undefined,
    siteSeen: neighbours ? { connected: neighbours.connected, all: neighbours.stations } : undefined,
    connectors: connectorsOf(stored.connectors, stored, lastSessions),
  };
}
