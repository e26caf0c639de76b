import type { Overview } from "@/server/now/overview";
import { connectorState, connectorStates } from "../connectors/connector-state";
import { type NeedWords, needsOf } from "./needs-of";
import type { NowView } from "./now-view";

/** The network at a glance, out of what the server counted. */
export function nowOf(overview: Overview, words: NeedWords): NowView {
  const { counts, worstSite, running } = overview;
  return {
    at: overview.at,
    connectors: allStates(counts.states),
    stations: counts.stations,
    sites: counts.sites,
    powerW: counts.powerW,
    // One of several faults makes no site the worst.
    worstSite: worstSite && (worstSite.faulted > 1 || counts.states.faulted === 1) ? worstSite : undefined,
    needsPerson: needsOf(overview, words),
    unproven: overview.unproven,
    sitePower: overview.sites.map(({ name, stations, connected, faulted, powerW }) => ({
      name,
      stations,
      connected,
      faulted,
      powerW,
    })),
    openSessions: counts.openSessions,
    running: running.map(({ id, station, evse, powerW, activity, startedAt, receivedAt }) => ({
      id: String(id),
      station: station.identity,
      place: evse ? String(evse) : undefined,
      state: connectorState({ status: "occupied", activity: activity ?? undefined, connected: station.connected }),
      powerW: powerW ?? undefined,
      startedAt: startedAt ?? receivedAt,
    })),
  };
}

const allStates = (counts: Overview["counts"]["states"]) => {
  const states = { ...none };
  for (const state of connectorStates) states[state] = counts[state] ?? 0;
  return states;
};

const none = {
  faulted: 0,
  offline: 0,
  "out-of-service": 0,
  charging: 0,
  "paused-by-station": 0,
  "paused-by-car": 0,
  "plugged-in": 0,
  unplug: 0,
  reserved: 0,
  available: 0,
} satisfies NowView["connectors"];
