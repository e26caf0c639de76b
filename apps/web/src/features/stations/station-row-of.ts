import type { StationRow as Stored } from "@/server/stations/rows";
import { connectorsOf } from "../connectors/connectors-of";
import type { StationRow } from "./station-view";

/** A station of the server as the list shows it. */
export function stationRowOf(stored: Stored): StationRow {
  const measured = stored.connectors.flatMap(({ session }) => session?.meterAt?.getTime() ?? []);
  return {
    id: stored.id,
    identity: stored.identity,
    name: stored.name ?? undefined,
    site: stored.site?.name,
    vendor: stored.vendor ?? undefined,
    model: stored.model ?? undefined,
    firmware: stored.firmwareVersion ?? undefined,
    tags: stored.tags,
    version: stored.version ?? undefined,
    approval: stored.approval,
    connected: stored.connected,
    lastSeenAt: stored.lastSeenAt ?? undefined,
    heartbeatSeconds: stored.heartbeatSeconds,
    connectors: connectorsOf(stored.connectors, stored),
    powerW: stored.powerW ?? undefined,
    powerAt: measured.length > 0 ? new Date(Math.max(...measured)) : undefined,
  };
}
