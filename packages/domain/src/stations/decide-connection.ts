import type { Decision } from "../decision";
import { nothing } from "../decision";
import type { DomainEvent } from "../event";
import type { ConnectionReport } from "../report";
import type { StationState } from "../station-state";

/** A connection came or went. What the station last said stays as it is: it is old, not wrong. */
export function decideConnection(state: StationState, report: ConnectionReport, at: Date): Decision {
  const { next, event } = consequences(state, report);
  return { ...nothing(next, { type: "acknowledged" }), events: event ? [{ event, at, receivedAt: at }] : [] };
}

function consequences(state: StationState, report: ConnectionReport): { next: StationState; event?: DomainEvent } {
  switch (report.type) {
    case "connected":
      return {
        next: { ...state, connected: true, version: report.version },
        event: { type: "station.connected", version: report.version },
      };
    case "disconnected":
      return {
        next: { ...state, connected: false },
        event: { type: "station.disconnected", closeCode: report.closeCode, closeReason: report.closeReason },
      };
    case "station-changed":
      return { next: { ...state, approval: report.approval, heartbeatSeconds: report.heartbeatSeconds } };
  }
}
