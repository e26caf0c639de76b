import type { StationDetail as Stored } from "@/server/stations/by-identity";
import { connectorsOf } from "../connectors/connectors-of";
import { stationRowOf } from "./station-row-of";
import type { StationDetail } from "./station-view";

/** A station of the server as its page and the inspector show it; `security` says in words how it is connected. */
export function stationDetailOf(stored: Stored, security: string | undefined): StationDetail {
  return {
    ...stationRowOf(stored),
    registration: stored.registration,
    serialNumber: stored.serialNumber ?? undefined,
    clockSkewMs: stored.clockSkewMs ?? undefined,
    security,
    connectedSince: stored.connectedAt ?? undefined,
    lastBootAt: stored.bootedAt ?? undefined,
    lastBootReason: stored.bootReason ?? undefined,
    connectors: connectorsOf(stored.connectors, stored, stored.lastSessions),
  };
}
