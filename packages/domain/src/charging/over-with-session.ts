import type { Clearing } from "../holding";
import type { SessionState } from "../station-state";
import type { OcppVersion } from "../vocabulary";

/** What a station holds no longer once a session has ended. `live`: it ended just now, so nobody charges at its evse. */
export function overWithSession(
  { wireId: session, place }: SessionState,
  { live, version }: { live: boolean; version: OcppVersion },
): Clearing[] {
  const over: Clearing[] = [];
  const evse = live ? place?.evse : undefined;
  if (evse !== undefined) over.push({ do: "clear", kind: "charging-profile", matching: { purpose: "session", evse } });
  else if (session !== undefined)
    over.push({ do: "clear", kind: "charging-profile", matching: { purpose: "session", session } });
  // What cars say, and priority, came with 2.x.
  if (version === "1.6") return over;
  if (evse !== undefined) {
    over.push({ do: "clear", kind: "car-needs", key: String(evse) });
    over.push({ do: "clear", kind: "car-schedule", key: String(evse) });
  }
  if (session !== undefined) {
    over.push({ do: "clear", kind: "priority-charging", key: session });
    over.push({ do: "clear", kind: "energy-transfer", key: session });
  }
  return over;
}
