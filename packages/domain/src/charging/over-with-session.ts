import type { Clearing } from "../holding";
import type { SessionState } from "../station-state";

/** What a station holds no longer once a session has ended. `live`: it ended just now, so nobody charges at its evse. */
export function overWithSession({ wireId: session, place }: SessionState, live: boolean): Clearing[] {
  const purpose = "session" as const;
  const at = live && place ? { purpose, evse: place.evse } : session === undefined ? undefined : { purpose, session };
  return at ? [{ do: "clear", kind: "charging-profile", matching: at }] : [];
}
