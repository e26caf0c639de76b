import type { Request } from "@chargehand/ocpp/messages";
import type { Controls } from "../../charger/controls";
import type { Message } from "../../wire/outbox";
import type { Finding, Monitor } from "./monitor";

export type EventData = ReturnType<typeof eventOf>;

/** One event as 2.x tells it. */
export function eventOf(monitor: Monitor, finding: Finding, actualValue: string, controls: Controls) {
  const { blocks, charger, now } = controls;
  const { component, variable, id, origin, severity } = monitor;
  const place = component.evse && charger.evse(component.evse.id);
  const transactionId = place?.transaction?.wireId;
  return {
    eventId: blocks.nextEventId(),
    timestamp: new Date(now()).toISOString(),
    ...finding,
    actualValue,
    component,
    variable,
    variableMonitoringId: id,
    eventNotificationType: origin,
    severity,
    ...(transactionId !== undefined && { transactionId }),
  };
}

/** Several events in one message. Only 2.1 tells their severity; in 2.0.1 it is that of the monitor. */
export function eventsMessage(events: EventData[], { now, version }: Controls): Message {
  const generatedAt = new Date(now()).toISOString();
  const start = { generatedAt, seqNo: 0, tbc: false };
  return {
    action: "NotifyEvent",
    build: () =>
      version === "2.1"
        ? ({ ...start, eventData: events } satisfies Request<"2.1", "NotifyEvent">)
        : ({ ...start, eventData: events.map(({ severity: _, ...event }) => event) } satisfies Request<
            "2.0.1",
            "NotifyEvent"
          >),
  };
}
