import type { SessionRow as Stored } from "@/server/sessions/rows";
import type { SessionRow } from "./session-view";

/** A session of the server as lists show it. */
export function sessionRowOf(stored: Stored): SessionRow {
  return {
    id: String(stored.id),
    station: stored.station.identity,
    place: stored.evse === null ? undefined : String(stored.evse),
    site: stored.site?.name,
    token: stored.token ?? undefined,
    startedAt: stored.startedAt ?? undefined,
    endedAt: stored.status === "ended" ? (stored.endedAt ?? stored.meterAt ?? stored.receivedAt) : undefined,
    activity: stored.activity ?? undefined,
    stopReason: stored.stopReason ?? undefined,
    energyWh: stored.energyWh ?? undefined,
    powerW: stored.powerW ?? undefined,
    stateOfCharge: stored.stateOfCharge ?? undefined,
    measuredAt: stored.meterAt ?? undefined,
    connected: stored.station.connected,
    attention: stored.attention,
  };
}
