import type { Command, CommandType } from "@chargehand/domain/command";
import type { ConnectorState } from "../connectors/connector-state";
import type { ConnectorView } from "../connectors/connector-view";

/** What the action bar offers; each is one or more of the domain's commands. */
export const stationActions = ["start", "stop", "unlock", "reset", "availability", "ask", "read"] as const;
export type StationAction = (typeof stationActions)[number];

/** The action whose button a command belongs to; what other pages give belongs to none. */
export const actionOf = {
  start: "start",
  stop: "stop",
  unlock: "unlock",
  reset: "reset",
  "set-availability": "availability",
  trigger: "ask",
  "ask-transaction-status": "ask",
  "read-variables": "read",
  "write-variables": "read",
  "send-local-list": undefined,
  "read-local-list": undefined,
  "clear-cache": undefined,
  "set-limit": undefined,
  "set-profile": undefined,
  "clear-profiles": undefined,
  "read-profiles": undefined,
  "ask-schedule": undefined,
  "use-priority": undefined,
  "set-dynamic-limit": undefined,
  "send-grid-signal": undefined,
  "allow-energy-transfer": undefined,
  "set-grid-control": undefined,
  "clear-grid-controls": undefined,
  "read-grid-controls": undefined,
  "swap-battery": undefined,
  reserve: undefined,
  "cancel-reservation": undefined,
  "show-message": undefined,
  "clear-message": undefined,
  "read-messages": undefined,
  "set-tariff": undefined,
  "read-tariffs": undefined,
  "clear-tariffs": undefined,
  "change-tariff": undefined,
  "show-price": undefined,
  "await-payment": undefined,
  "show-cost": undefined,
  "data-transfer": undefined,
  "read-log": undefined,
  "update-firmware": undefined,
  "publish-firmware": undefined,
  "unpublish-firmware": undefined,
  "read-monitors": undefined,
  "set-monitor": undefined,
  "clear-monitors": undefined,
  "set-monitoring-base": undefined,
  "set-monitoring-level": undefined,
  "ask-customer-information": undefined,
  "read-streams": undefined,
  "adjust-stream": undefined,
  "set-network-profile": undefined,
  raw: undefined,
} as const satisfies Record<CommandType, StationAction | undefined>;

/**
 * Why an action cannot be about this connector now, as a key of words; undefined when it can. What may wait for the
 * station's return is not stopped by its absence.
 */
export function unavailableAt(
  action: "start" | "stop" | "unlock",
  connector: Pick<ConnectorView, "state" | "session">,
  mayWait = false,
) {
  const isAway = connector.state === "offline" && !mayWait;
  switch (action) {
    case "start":
      if (connector.session) return "inSession";
      return isAway ? "offline" : dead.find((state) => state === connector.state);
    case "stop":
      return connector.session ? undefined : "noSession";
    case "unlock":
      return isAway ? "offline" : undefined;
  }
}

/** States in which nothing can begin. */
const dead = ["faulted", "out-of-service"] as const satisfies readonly ConnectorState[];

/** The sessions a reset would cut, and the energy they have drawn, in watt-hours. */
export function cutByReset(connectors: readonly ConnectorView[]) {
  const running = connectors.flatMap(({ session }) => session ?? []);
  return {
    sessions: running.length,
    energyWh: running.reduce((sum, { energyWh }) => sum + (energyWh ?? 0), 0),
  };
}

/** The whole station, or one connector of it, in or out of service. */
export function availabilityCommand(operative: boolean, connector?: ConnectorView): Command {
  return {
    type: "set-availability",
    operative,
    ...(connector && { evse: connector.evse, connector: connector.connector }),
  };
}
