import type { Request } from "@chargehand/ocpp/messages";
import { z } from "zod";
import type { Controls } from "../../charger/controls";
import type { Connector, Evse } from "../../charger/evse";
import type { JsonObject } from "../../json";
import type { Message } from "../../wire/outbox";
import type { BootAnswer, BootReason, Dialect } from "../dialect";
import { commands2 } from "./commands";
import { availabilityEvent, statusOf } from "./connector-status";
import { meterValue } from "./readings";
import { sayings201 } from "./sayings";
import { sayings21 } from "./sayings21";
import { idToken, readVerdict, transactionEvents } from "./transaction-event";

export type Availability = "StatusNotification" | "NotifyEvent" | "both";

/** A station that speaks 2.0.1 or 2.1: in this slice the two differ in nothing but their name. */
export function dialect2(controls: Controls, version: "2.0.1" | "2.1", availabilityBy: Availability): Dialect {
  const { about, charger } = controls;
  const now = (): string => new Date(controls.now()).toISOString();

  return {
    subprotocol: `ocpp${version}`,
    malformed: "FormatViolation",
    commands: commands2,
    sayings: version === "2.1" ? sayings21 : sayings201,

    boot: (reason) => ({
      action: "BootNotification",
      build: () =>
        ({
          reason: bootReasons[reason],
          chargingStation: {
            vendorName: about.vendor,
            model: about.model,
            serialNumber: about.serial,
            firmwareVersion: about.firmware,
          },
        }) satisfies Request<"2.0.1", "BootNotification">,
    }),
    readBoot,
    heartbeat: () => ({ action: "Heartbeat", build: () => ({}) }),

    statusWord: statusOf,
    connectorStatus(evse, connector) {
      const status: Message = connectorStatus(evse, connector, now());
      const event: Message = availabilityEvent(evse, connector, controls);
      return { StatusNotification: [status], NotifyEvent: [event], both: [status, event] }[availabilityBy];
    },
    stationStatus: () => [],

    authorize: (token) => ({ action: "Authorize", build: () => ({ idToken: idToken(token) }) }),
    readVerdict,
    transaction: transactionEvents(controls),
    alignedReading(evse) {
      const value = meterValue(
        controls.now(),
        charger.reading(evse),
        controls.settings.alignedMeasurands,
        "Sample.Clock",
      );
      return [{ action: "MeterValues", build: () => ({ evseId: evse.id, meterValue: [value] }) }];
    },
    securityEvent: (type) => [
      {
        action: "SecurityEventNotification",
        build: () => ({ type, timestamp: now() }) satisfies Request<"2.0.1", "SecurityEventNotification">,
      },
    ],
  };
}

function connectorStatus(evse: Evse, connector: Connector, timestamp: string): Message {
  const connectorStatus = statusOf(evse, connector);
  return {
    action: "StatusNotification",
    build: () =>
      ({ timestamp, connectorStatus, evseId: evse.id, connectorId: connector.id }) satisfies Request<
        "2.0.1",
        "StatusNotification"
      >,
  };
}

function readBoot(payload: JsonObject): BootAnswer | undefined {
  const { data } = bootAnswer.safeParse(payload);
  return data && { status: data.status, intervalMs: data.interval * 1000 };
}

const bootAnswer = z.object({ status: z.enum(["Accepted", "Pending", "Rejected"]), interval: z.number() });

const bootReasons = {
  "power-up": "PowerUp",
  "remote-reset": "RemoteReset",
  "firmware-update": "FirmwareUpdate",
  triggered: "Triggered",
} as const satisfies Record<BootReason, string>;
