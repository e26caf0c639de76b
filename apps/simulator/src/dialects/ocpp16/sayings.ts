import type { SentBy } from "@chargehand/ocpp/actions";
import type { Request } from "@chargehand/ocpp/messages";
import { requestCertificate } from "../../blocks/certificates/request-certificate";
import { tellFirmwareAgain } from "../../blocks/firmware/notices";
import { tellDiagnosticsAgain, tellLogAgain } from "../../blocks/logs/notices";
import { payloadOf, placeOf, type Saying, tokenOf, toldBy } from "../saying";
import { wireId } from "./readings";

/** Everything a 1.6 station may say, with what it would carry now. */
export const sayings16 = {
  Authorize: ({ controls, dialect }) => dialect.authorize(tokenOf(controls)).build(false),
  BootNotification: ({ dialect }) => dialect.boot("power-up").build(false),
  DataTransfer: ({ controls }) =>
    ({ vendorId: controls.about.vendor, messageId: "Greeting", data: `from ${controls.identity}` }) satisfies Request<
      "1.6",
      "DataTransfer"
    >,
  DiagnosticsStatusNotification: ({ controls }) => toldBy(controls, tellDiagnosticsAgain),
  FirmwareStatusNotification: ({ controls }) => toldBy(controls, (told) => tellFirmwareAgain(told, false)),
  Heartbeat: ({ dialect }) => dialect.heartbeat().build(false),
  LogStatusNotification: ({ controls }) => toldBy(controls, tellLogAgain),
  MeterValues: ({ controls, dialect }) => payloadOf(dialect.alignedReading(placeOf(controls).evse)),
  SecurityEventNotification: ({ dialect }) => payloadOf(dialect.securityEvent("SettingSystemTime")),
  SignCertificate: ({ controls }) => toldBy(controls, (told) => requestCertificate(told, "station")),
  SignedFirmwareStatusNotification: ({ controls }) => toldBy(controls, (told) => tellFirmwareAgain(told, true)),
  StartTransaction({ controls }) {
    const { evse } = placeOf(controls);
    return {
      connectorId: evse.id,
      idTag: tokenOf(controls).value,
      meterStart: Math.floor(controls.charger.reading(evse).wh),
      timestamp: new Date(controls.now()).toISOString(),
    } satisfies Request<"1.6", "StartTransaction">;
  },
  StatusNotification({ controls, dialect }) {
    const { evse, connector } = placeOf(controls);
    return payloadOf(dialect.connectorStatus(evse, connector));
  },
  StopTransaction({ controls }) {
    const { evse } = placeOf(controls);
    return {
      transactionId: wireId(evse.transaction?.wireId),
      idTag: tokenOf(controls).value,
      meterStop: Math.floor(controls.charger.reading(evse).wh),
      timestamp: new Date(controls.now()).toISOString(),
      reason: "Local",
    } satisfies Request<"1.6", "StopTransaction">;
  },
} satisfies Record<SentBy<"station", "1.6">, Saying>;
