import type { EventOrigin } from "@chargehand/domain/maintenance/monitor";
import type { StationEvent } from "@chargehand/domain/maintenance/station-event";
import type { InboundContext } from "../dialect";
import type { Request } from "../messages";
import { said, toDate } from "../translate";
import { toVariable } from "./variables";

type EventData = Request<"2.1", "NotifyEvent">["eventData"][number];

const triggers = {
  Alerting: "alerting",
  Delta: "delta",
  Periodic: "periodic",
} as const satisfies Record<EventData["trigger"], StationEvent["trigger"]>;

const origins = {
  HardWiredNotification: "hard-wired",
  HardWiredMonitor: "hard-wired-monitor",
  PreconfiguredMonitor: "preconfigured",
  CustomMonitor: "custom",
} as const satisfies Record<EventData["eventNotificationType"], EventOrigin>;

/** Who wanted to be told. */
export const toOrigin = (type: EventData["eventNotificationType"]): EventOrigin => origins[type];

/** What a variable has to tell. */
export const toStationEvent = (event: EventData, context: InboundContext): StationEvent => ({
  variable: toVariable(event.component, event.variable),
  actual: event.actualValue,
  at: toDate(event.timestamp, context),
  trigger: triggers[event.trigger],
  cleared: event.cleared,
  monitor: event.variableMonitoringId,
  severity: event.severity,
  session: event.transactionId,
  origin: toOrigin(event.eventNotificationType),
  code: said(event.techCode),
  info: said(event.techInfo),
});
