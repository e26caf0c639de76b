import type { Request } from "@chargehand/ocpp/messages";
import type { Controls } from "../../charger/controls";
import type { Condition, Connector, Evse } from "../../charger/evse";
import type { Message } from "../../wire/outbox";

/** The five states of 2.x: a cable makes a connector occupied, an authorisation alone does not. */
export function statusOf(evse: Evse, connector: Connector): (typeof statuses)[Condition] {
  if (connector.condition === "preparing" && evse.pluggedInto !== connector) return "Available";
  return statuses[connector.condition];
}

/** The state of a connector in the way that 2.1 prefers. */
export function availabilityEvent(evse: Evse, connector: Connector, { blocks, now }: Controls): Message {
  const actualValue = statusOf(evse, connector);
  const timestamp = new Date(now()).toISOString();
  const eventId = blocks.nextEventId();
  return {
    action: "NotifyEvent",
    build: () =>
      ({
        generatedAt: timestamp,
        seqNo: 0,
        tbc: false,
        eventData: [
          {
            eventId,
            timestamp,
            trigger: "Delta",
            actualValue,
            eventNotificationType: "HardWiredNotification",
            component: { name: "Connector", evse: { id: evse.id, connectorId: connector.id } },
            variable: { name: "AvailabilityState" },
          },
        ],
      }) satisfies Request<"2.1", "NotifyEvent">,
  };
}

const statuses = {
  available: "Available",
  preparing: "Occupied",
  charging: "Occupied",
  "paused-by-car": "Occupied",
  "paused-by-station": "Occupied",
  finishing: "Occupied",
  reserved: "Reserved",
  unavailable: "Unavailable",
  faulted: "Faulted",
} as const satisfies Record<Condition, string>;
