import { requestCertificate } from "../../blocks/certificates/request-certificate";
import { tellFirmwareAgain } from "../../blocks/firmware/notices";
import { tellDiagnosticsAgain, tellLogAgain } from "../../blocks/logs/notices";
import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import type { JsonObject } from "../../json";
import type { Answer } from "../command";
import { meterValue, readingMessage } from "./readings";

export type TriggerRequest = { requestedMessage: string; connectorId?: number };

/** Says now what it would say later. Goes out even before the boot is accepted, since the CSMS asked for it. */
export function trigger16(controls: Controls, request: TriggerRequest, extended: boolean): Answer {
  const { charger, settings } = controls;
  const { connectorId, requestedMessage } = request;
  const one = connectorId === undefined || connectorId === 0 ? undefined : charger.evse(connectorId);
  if (connectorId !== undefined && connectorId !== 0 && !one) return { result: { status: "Rejected" } };
  const evses = one ? [one] : charger.evses;
  const say = (action: string, payload: JsonObject): void => {
    controls.post({ action, build: () => payload, urgent: true });
  };

  switch (requestedMessage) {
    case "BootNotification":
      return accepted(() => controls.bootAgain("triggered"));
    case "Heartbeat":
      return accepted(() => say("Heartbeat", {}));
    case "StatusNotification":
      return accepted(() => {
        if (!one) controls.reportStation(true);
        if (connectorId !== 0) for (const evse of evses) reportAll(controls, evse);
      });
    case "MeterValues":
      return accepted(() => {
        for (const evse of evses) {
          const at = controls.now();
          const reading = charger.reading(evse);
          const value = meterValue(at, reading, settings.sampledMeasurands, "Trigger");
          controls.post({ ...readingMessage(controls, evse, at, () => value), urgent: true });
        }
      });
    case "FirmwareStatusNotification":
      return accepted(() => tellFirmwareAgain(controls, extended));
    case "DiagnosticsStatusNotification":
      return accepted(() => tellDiagnosticsAgain(controls));
    case "LogStatusNotification":
      return accepted(() => tellLogAgain(controls));
    case "SignChargePointCertificate":
      return accepted(() => void requestCertificate(controls, "station"));
    default:
      return { result: { status: "NotImplemented" } };
  }
}

function accepted(afterwards: () => void): Answer {
  return { result: { status: "Accepted" }, afterwards };
}

function reportAll(controls: Controls, evse: Evse): void {
  for (const connector of evse.connectors) controls.reportConnector(evse, connector, true);
}
