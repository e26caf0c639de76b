import type { Watch } from "../proof";
import type { Report } from "../report";
import type { StationState } from "../station-state";
import type { Finding } from "./evidence";

type RestartWatch = Extract<Watch, { for: "restarted" }>;

/** With the connectors that are in service before the evse restarts: only they can go and come back. */
export function withInService(watch: RestartWatch, { connectors }: StationState): RestartWatch {
  const own = [...connectors.values()].filter(({ place }) => place.evse === watch.evse);
  const inService = own.filter(({ status }) => status !== "unavailable").map(({ place }) => place.connector);
  return { ...watch, inService };
}

/** The watch once a connector of the evse has gone out of service; the same one where nothing is new. */
export function withDown(watch: RestartWatch, report: Report, state: StationState): RestartWatch {
  if (watch.down || report.type !== "connector-status") return watch;
  return outOfService(watch, state).length > 0 ? { ...watch, down: true } : watch;
}

/**
 * An evse that restarts has no boot to tell of: what it can tell is that it went, and that it is there again. Some
 * stations restart as a whole.
 */
export function cameBack(watch: RestartWatch, report: Report, state: StationState): Finding | undefined {
  if (report.type === "booted" && !report.triggered)
    return { proof: "confirmed", evidence: "the whole station booted" };
  if (!watch.down || report.type !== "connector-status" || outOfService(watch, state).length > 0) return undefined;
  return { proof: "confirmed", evidence: `connector ${watch.evse} went out of service and came back` };
}

const outOfService = ({ evse, inService = [] }: RestartWatch, { connectors }: StationState) =>
  [...connectors.values()].filter(
    ({ place, status }) => place.evse === evse && status === "unavailable" && inService.includes(place.connector),
  );
