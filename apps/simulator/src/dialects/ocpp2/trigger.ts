import { z } from "zod";
import type { SigningUse } from "../../blocks/certificates/certificates";
import { requestCertificate } from "../../blocks/certificates/request-certificate";
import { tellFirmwareAgain } from "../../blocks/firmware/notices";
import { tellLogAgain } from "../../blocks/logs/notices";
import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import type { JsonObject } from "../../json";
import type { Answer } from "../command";
import { meterValue } from "./readings";

export const triggerRequest = z.object({
  requestedMessage: z.string(),
  evse: z.object({ id: z.int(), connectorId: z.int().optional() }).optional(),
});

/** Says now what it would say later, even before the boot is accepted. */
export function trigger2(
  controls: Controls,
  { requestedMessage, evse: place }: z.infer<typeof triggerRequest>,
): Answer {
  const { charger } = controls;
  const one = place && charger.evse(place.id);
  if (place && !one) return no("UnknownEvse");
  const evses = one ? [one] : charger.evses;
  const say = (action: string, payload: JsonObject): void => {
    controls.post({ action, build: () => payload, urgent: true });
  };

  const use = signingUseOf(requestedMessage, controls);
  if (use) return yes(() => void requestCertificate(controls, use));

  switch (requestedMessage) {
    case "BootNotification":
      // Nothing is gained by booting again once accepted.
      if (controls.registration() === "Accepted") return no("NotEnabled");
      return yes(() => controls.bootAgain("triggered"));
    case "Heartbeat":
      return yes(() => say("Heartbeat", {}));
    case "StatusNotification": {
      const connector = place?.connectorId === undefined ? undefined : one?.connectors[place.connectorId - 1];
      if (!one || !connector) return no("InvalidValue");
      return yes(() => controls.reportConnector(one, connector, true));
    }
    case "MeterValues":
      return yes(() => {
        for (const evse of evses) say("MeterValues", { evseId: evse.id, meterValue: [readingOf(controls, evse)] });
      });
    case "TransactionEvent": {
      const running = evses.filter(({ transaction }) => transaction);
      if (running.length === 0) return no("TxNotFound");
      return yes(() => {
        for (const evse of running) charger.report(evse, "trigger");
      });
    }
    case "FirmwareStatusNotification":
      return yes(() => tellFirmwareAgain(controls, true));
    case "PublishFirmwareStatusNotification":
      return yes(() => controls.blocks.publishedFirmware.tellAgain());
    case "LogStatusNotification":
      return yes(() => tellLogAgain(controls));
    default:
      return { result: { status: "NotImplemented" } };
  }
}

/** What a certificate is to be asked for. */
function signingUseOf(requestedMessage: string, { version }: Controls): SigningUse | undefined {
  switch (requestedMessage) {
    case "SignChargingStationCertificate":
      return "station";
    case "SignV2GCertificate":
      return "v2g";
    case "SignV2G20Certificate":
      return version === "2.1" ? "v2g-20" : undefined;
    case "SignCombinedCertificate":
      return "both";
    default:
      return undefined;
  }
}

function readingOf(controls: Controls, evse: Evse) {
  const { alignedMeasurands } = controls.settings;
  return meterValue(controls.now(), controls.charger.reading(evse), alignedMeasurands, "Trigger");
}

function yes(afterwards: () => void): Answer {
  return { result: { status: "Accepted" }, afterwards };
}

function no(reasonCode: string): Answer {
  return { result: { status: "Rejected", statusInfo: { reasonCode } } };
}
