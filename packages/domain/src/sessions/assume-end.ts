import type { SessionReport } from "../report";
import type { SessionState, StationState } from "../station-state";
import { withAttention } from "./attention";

/**
 * A start on an evse where a session is open means that the old one's end was lost (or is still on its way, and will
 * then replace our assumption). A start that happened before the open one is only late itself.
 */
export function assumeEnd(
  state: StationState,
  started: SessionState,
  report: SessionReport,
  receivedAt: Date,
): SessionState[] {
  if (report.phase !== "started" || !started.startedAt || !started.place) return [];
  const { startedAt, place, id } = started;
  return [...state.sessions.values()]
    .filter(
      (session) =>
        session.id !== id &&
        session.status === "open" &&
        session.place?.evse === place.evse &&
        (session.startedAt ?? session.receivedAt) <= startedAt,
    )
    .map((session) =>
      withAttention(
        {
          ...session,
          status: "ended",
          endedBy: "assumed",
          endedAt: session.meterAt ?? startedAt,
          endReceivedAt: receivedAt,
          meterEndWh: session.meterWh,
          powerW: undefined,
          activity: undefined,
        },
        "end-assumed",
      ),
    );
}
