import type { SentBy } from "@chargehand/ocpp/actions";
import type { Request, SentAction, SentPayload } from "@chargehand/ocpp/messages";
import { derReport } from "../../blocks/der-control/report";
import { payloadOf, placeOf, type Saying, type Speaker, tokenOf } from "../saying";
import { exampleHash, exampleResponder, sayings201 } from "./sayings";
import { idToken } from "./transaction-event";

/** Everything a 2.1 station may say: what 2.0.1 says, and what came with 2.1. */
export const sayings21 = {
  ...sayings201,
  BatterySwap: ({ controls }) =>
    ({
      eventType: "BatteryIn",
      requestId: 1,
      idToken: idToken(tokenOf(controls)),
      batteryData: [{ evseId: placeOf(controls).evse.id, serialNumber: "BAT-1", soC: 18, soH: 96 }],
    }) satisfies Request<"2.1", "BatterySwap">,
  ClosePeriodicEventStream: (speaker) =>
    ({ id: streamId(speaker) }) satisfies Request<"2.1", "ClosePeriodicEventStream">,
  GetCertificateChainStatus: () =>
    ({
      certificateStatusRequests: [{ certificateHashData: exampleHash, source: "OCSP", urls: [exampleResponder] }],
    }) satisfies Request<"2.1", "GetCertificateChainStatus">,
  NotifyDERAlarm: (speaker) =>
    ({ controlType: "HVMustTrip", gridEventFault: "OverVoltage", timestamp: now(speaker) }) satisfies Request<
      "2.1",
      "NotifyDERAlarm"
    >,
  NotifyDERStartStop: (speaker) =>
    ({
      controlId: speaker.controls.blocks.derControls.find({ isDefault: false })[0]?.id ?? "example",
      started: true,
      timestamp: now(speaker),
    }) satisfies Request<"2.1", "NotifyDERStartStop">,
  NotifyPeriodicEventStream: (speaker) =>
    ({ id: streamId(speaker), pending: 0, basetime: now(speaker), data: [{ t: 0, v: "0.0" }] }) satisfies SentPayload<
      "2.1",
      "NotifyPeriodicEventStream"
    >,
  NotifyPriorityCharging: (speaker) =>
    ({ transactionId: transactionId(speaker), activated: true }) satisfies Request<"2.1", "NotifyPriorityCharging">,
  NotifySettlement: (speaker) =>
    ({
      transactionId: transactionId(speaker),
      pspRef: "PSP-1",
      status: "Settled",
      settlementAmount: 12.5,
      settlementTime: now(speaker),
    }) satisfies Request<"2.1", "NotifySettlement">,
  OpenPeriodicEventStream: ({ controls }) =>
    ({
      constantStreamData: {
        id: 1,
        variableMonitoringId: controls.blocks.monitoring.all[0]?.id ?? 1,
        params: { interval: 60, values: 10 },
      },
    }) satisfies Request<"2.1", "OpenPeriodicEventStream">,
  PullDynamicScheduleUpdate: () => ({ chargingProfileId: 1 }) satisfies Request<"2.1", "PullDynamicScheduleUpdate">,
  ReportDERControl: ({ controls }) => payloadOf(derReport(1, controls.blocks.derControls.find({}).slice(0, 8))),
  VatNumberValidation: ({ controls }) =>
    ({ vatNumber: "NO123456785MVA", evseId: placeOf(controls).evse.id }) satisfies Request<
      "2.1",
      "VatNumberValidation"
    >,
} satisfies Record<SentBy<"station", "2.1"> | SentAction<"2.1">, Saying>;

function now({ controls }: Speaker): string {
  return new Date(controls.now()).toISOString();
}

/** The transaction that runs, or an example of an id. */
function transactionId({ controls }: Speaker): string {
  return placeOf(controls).evse.transaction?.wireId ?? crypto.randomUUID();
}

/** The stream that is open, or an example. */
function streamId({ controls }: Speaker): number {
  return controls.blocks.monitoring.streams.open[0]?.id ?? 1;
}
