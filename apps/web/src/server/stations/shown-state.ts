import type { Activity, ConnectorStatus } from "@chargehand/domain/vocabulary";

/** What an operator sees of a connector: one word that joins status, activity and whether we hear of the station at all. */
export const shownStates = [
  "faulted",
  "offline",
  "unavailable",
  "charging",
  "paused",
  "plugged-in",
  "unplug",
  "reserved",
  "available",
] as const;
export type ShownState = (typeof shownStates)[number];

/** The same decision as `shownStateSql`, for rows that are already here. */
export function shownState(connected: boolean, status: ConnectorStatus, activity?: Activity | null): ShownState {
  if (!connected) return "offline";
  if (status !== "occupied") return status;
  return activity ? whileOccupied[activity] : "plugged-in";
}

const whileOccupied = {
  connected: "plugged-in",
  charging: "charging",
  "paused-by-car": "paused",
  "paused-by-station": "paused",
  idle: "plugged-in",
  unplug: "unplug",
} as const satisfies Record<Activity, ShownState>;

/** The shown state of connector `c` of station `s`, inside a statement. */
export const shownStateSql = `CASE
  WHEN NOT s.connected THEN 'offline'
  WHEN c.status <> 'occupied' THEN c.status
  ${Object.entries(whileOccupied)
    .map(([activity, state]) => `WHEN c.activity = '${activity}' THEN '${state}'`)
    .join("\n  ")}
  ELSE 'plugged-in' END`;
