import type { ConnectorReport } from "@chargehand/domain/report";
import type { InboundContext } from "../dialect";
import { byStatus } from "../effects";
import type { Request } from "../messages";
import { said, toDate } from "../translate";
import { toStationEvent } from "./events";
import type { Effects2, Inbound2 } from "./table";
import { toPlace } from "./translate";

// Block G: availability.

type ConnectorStatus = Request<"2.1", "StatusNotification">["connectorStatus"];
type EventData = Request<"2.1", "NotifyEvent">["eventData"][number];

const statuses = {
  Available: "available",
  Occupied: "occupied",
  Reserved: "reserved",
  Unavailable: "unavailable",
  Faulted: "faulted",
} as const satisfies Record<ConnectorStatus, ConnectorReport["status"]>;

export const StatusNotification: Inbound2<"StatusNotification", "connector-status"> = {
  report: "connector-status",
  toReport: ({ evseId, connectorId, connectorStatus, timestamp }, context) => ({
    type: "connector-status",
    connectors: [
      {
        place: { evse: evseId, connector: connectorId },
        status: statuses[connectorStatus],
        at: toDate(timestamp, context),
      },
    ],
  }),
  toAnswer: () => ({}),
};

/** The newer way to say the same: the AvailabilityState of a connector. Other events open and clear alerts. */
export const NotifyEvent: Inbound2<"NotifyEvent", "connector-status" | "events"> = {
  report: "connector-status",
  toReport({ eventData }, context) {
    const others = eventData.filter((event) => !isAvailability(event));
    const connectors = eventData.filter(isAvailability).flatMap((event) => connectorOf(event, context) ?? []);
    const events = others.map((event) => toStationEvent(event, context));
    if (connectors.length === 0) return { type: "events", events };
    return events.length > 0
      ? { type: "connector-status", connectors, events }
      : { type: "connector-status", connectors };
  },
  toAnswer: () => ({}),
};

// Names are case-insensitive in 2.x.
const isAvailability = ({ variable }: EventData) => variable.name.toLowerCase() === "availabilitystate";

function connectorOf(event: EventData, context: InboundContext): ConnectorReport | undefined {
  const { component, actualValue, timestamp, techCode, techInfo } = event;
  const place = placeOf(component);
  const status = isStatus(actualValue) ? statuses[actualValue] : undefined;
  if (!place || !status) {
    context.note(`AvailabilityState not understood: ${component.name.slice(0, 50)} is ${actualValue.slice(0, 50)}`);
    return undefined;
  }
  const fault = status === "faulted" ? { vendorErrorCode: said(techCode), errorInfo: said(techInfo) } : {};
  return { place, status, at: toDate(timestamp, context), ...fault };
}

function placeOf({ name, evse }: EventData["component"]): ConnectorReport["place"] | undefined {
  switch (name.toLowerCase()) {
    case "connector":
      return evse && { evse: evse.id, connector: evse.connectorId };
    case "evse":
      return evse && { evse: evse.id };
    case "chargingstation":
      return { evse: 0 };
    default:
      return undefined;
  }
}

function isStatus(text: string): text is ConnectorStatus {
  return Object.hasOwn(statuses, text);
}

export const availability = {
  ChangeAvailability: {
    toAnswer: byStatus,
    proof: ({ operationalStatus, evse }) => ({
      watch: { for: "availability", operative: operationalStatus === "Operative", place: evse && toPlace(evse) },
      deadlineSeconds: 30,
    }),
  },
} satisfies Partial<Effects2>;
