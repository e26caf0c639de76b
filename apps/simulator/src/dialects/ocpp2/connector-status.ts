import type { Condition, Connector, Evse } from "../../charger/evse";

/** The five states of 2.x: a cable makes a connector occupied, an authorisation alone does not. */
export function statusOf(evse: Evse, connector: Connector): (typeof statuses)[Condition] {
  if (connector.condition === "preparing" && evse.pluggedInto !== connector) return "Available";
  return statuses[connector.condition];
}

const statuses = {
  available: "Available",
  preparing: "Occupied",
  charging: "Occupied",
  "paused-by-car": "Occupied",
  "paused-by-station": "Occupied",
  finishing: "Occupied",
  unavailable: "Unavailable",
  faulted: "Faulted",
} as const satisfies Record<Condition, string>;
