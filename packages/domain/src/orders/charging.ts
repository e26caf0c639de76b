import type { Rates } from "../charging/period";
import type { ChargingProfile, ChargingPurpose, ChargingUnit } from "../charging/profile";

/** What an operator can tell a station about its power. */
export type ChargingCommand =
  | SetLimit
  /** A whole profile, for those who plan; `session`: the one it is for, where the profile does not name it. */
  | { type: "set-profile"; profile: ChargingProfile; session?: string }
  /** Without any criterion: all of them. */
  | { type: "clear-profiles"; profile?: number; evse?: number; purpose?: ChargingPurpose; stackLevel?: number }
  /** Without any criterion: all of them. */
  | { type: "read-profiles"; profile?: number; evse?: number; purpose?: ChargingPurpose }
  /** What it will allow over the coming time, as it says itself. */
  | { type: "ask-schedule"; evse: number; seconds: number; unit?: ChargingUnit }
  /** By its priority profile, or by the ordinary ones again. */
  | { type: "use-priority"; session: string; active: boolean }
  /** What a dynamic profile allows from now on. */
  | ({ type: "set-dynamic-limit"; profile: number } & Rates)
  /** A signal of the grid (aFRR), for sessions that heed it. */
  | { type: "send-grid-signal"; signal: number; at: string }
  /** In which ways a session may take energy and give it back, in the station's words. */
  | { type: "allow-energy-transfer"; session: string; modes: string[] };

/** One limit from now on: of the whole station (evse 0), of an evse, or of the session that runs there. */
export interface SetLimit {
  type: "set-limit";
  evse: number;
  /** Only this session, which charges at that evse. */
  session?: string;
  limit: number;
  unit: ChargingUnit;
  /** How many phases it counts on; absent: three. */
  phases?: number;
  until?: string;
  /** Above the profiles that it is to rule. */
  stackLevel?: number;
}

/** A moment that every clock has passed: what starts then is in force whatever the station's clock says. */
const longAgo = "2020-01-01T00:00:00.000Z";

// Numbers of our own for what is set with one word, so that the next one takes its place.
const firstOwnNumber = 910_000;
const perPlace = 10;

/** The profile that says a limit. */
export function profileOfLimit({
  evse,
  session,
  limit,
  unit,
  phases,
  until,
  stackLevel = 0,
}: SetLimit): ChargingProfile {
  const purpose = session !== undefined ? "session" : evse === 0 ? "station-max" : "default";
  return {
    id: firstOwnNumber + evse * perPlace + (session === undefined ? 0 : 1),
    evse,
    purpose,
    stackLevel,
    kind: "absolute",
    ...(until !== undefined && { validTo: until }),
    ...(session !== undefined && { session }),
    schedules: [{ id: 1, startsAt: longAgo, unit, periods: [{ start: 0, limit, ...(phases && { phases }) }] }],
  };
}
