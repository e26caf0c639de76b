import type { SentBy } from "@chargehand/ocpp/actions";
import type { Request } from "@chargehand/ocpp/messages";
import { requestCertificate } from "../../blocks/certificates/request-certificate";
import { displayReport } from "../../blocks/display/commands2";
import { tellFirmwareAgain } from "../../blocks/firmware/notices";
import { tellLogAgain } from "../../blocks/logs/notices";
import { monitoringReport } from "../../blocks/monitoring/report";
import { ratedWatts } from "../../physics/supply";
import { payloadOf, placeOf, type Saying, type Speaker, tokenOf, toldBy } from "../saying";
import { availabilityEvent } from "./connector-status";
import { deviceModel } from "./device-model";
import { reportOf } from "./report";

/** Everything a 2.0.1 station may say, with what it would carry now. */
export const sayings201 = {
  Authorize: ({ controls, dialect }) => dialect.authorize(tokenOf(controls)).build(false),
  BootNotification: ({ dialect }) => dialect.boot("power-up").build(false),
  ClearedChargingLimit: ({ controls }) =>
    ({ chargingLimitSource: "EMS", evseId: placeOf(controls).evse.id }) satisfies Request<
      "2.0.1",
      "ClearedChargingLimit"
    >,
  DataTransfer: ({ controls }) =>
    ({
      vendorId: controls.about.vendor,
      messageId: "Greeting",
      data: { from: controls.identity },
    }) satisfies Request<"2.0.1", "DataTransfer">,
  FirmwareStatusNotification: ({ controls }) => toldBy(controls, (told) => tellFirmwareAgain(told, true)),
  Get15118EVCertificate: () =>
    ({
      iso15118SchemaVersion: "urn:iso:15118:2:2013:MsgDef",
      action: "Install",
      exiRequest: Buffer.from("a request that only the car can read").toString("base64"),
    }) satisfies Request<"2.0.1", "Get15118EVCertificate">,
  GetCertificateStatus: () =>
    ({ ocspRequestData: { ...exampleHash, responderURL: exampleResponder } }) satisfies Request<
      "2.0.1",
      "GetCertificateStatus"
    >,
  Heartbeat: ({ dialect }) => dialect.heartbeat().build(false),
  LogStatusNotification: ({ controls }) => toldBy(controls, tellLogAgain),
  MeterValues: ({ controls, dialect }) => payloadOf(dialect.alignedReading(placeOf(controls).evse)),
  NotifyChargingLimit: (speaker) =>
    ({
      evseId: placeOf(speaker.controls).evse.id,
      chargingLimit: { chargingLimitSource: "EMS", isGridCritical: false },
      chargingSchedule: [halfPower(speaker)],
    }) satisfies Request<"2.0.1", "NotifyChargingLimit">,
  NotifyCustomerInformation: (speaker) =>
    ({
      requestId: 1,
      seqNo: 0,
      generatedAt: now(speaker),
      data: "Nothing is known of this customer",
    }) satisfies Request<"2.0.1", "NotifyCustomerInformation">,
  NotifyDisplayMessages: ({ controls }) => payloadOf(displayReport(1, controls.blocks.display.find({}).slice(0, few))),
  NotifyEVChargingNeeds: ({ controls }) => chargingNeeds(controls),
  NotifyEVChargingSchedule: (speaker) =>
    ({
      evseId: placeOf(speaker.controls).evse.id,
      timeBase: now(speaker),
      chargingSchedule: halfPower(speaker),
    }) satisfies Request<"2.0.1", "NotifyEVChargingSchedule">,
  NotifyEvent({ controls }) {
    const { evse, connector } = placeOf(controls);
    return availabilityEvent(evse, connector, controls).build(false);
  },
  NotifyMonitoringReport: ({ controls }) =>
    payloadOf(monitoringReport(controls, 1, controls.blocks.monitoring.all.slice(0, few))),
  NotifyReport({ controls }) {
    const states = deviceModel(controls).filter(({ variable }) => variable.name === "AvailabilityState");
    return payloadOf(reportOf(controls, 1, states.slice(0, 1)));
  },
  PublishFirmwareStatusNotification: () =>
    ({ status: "Idle" }) satisfies Request<"2.0.1", "PublishFirmwareStatusNotification">,
  ReportChargingProfiles: (speaker) => chargingProfiles(speaker),
  ReservationStatusUpdate: ({ controls }) =>
    ({
      reservationId: controls.blocks.reservations.all[0]?.id ?? 1,
      reservationUpdateStatus: "Expired",
    }) satisfies Request<"2.0.1", "ReservationStatusUpdate">,
  SecurityEventNotification: ({ dialect }) => payloadOf(dialect.securityEvent("SettingSystemTime")),
  SignCertificate: ({ controls }) => toldBy(controls, (told) => requestCertificate(told, "station")),
  StatusNotification({ controls, dialect }) {
    const { evse, connector } = placeOf(controls);
    return payloadOf(dialect.connectorStatus(evse, connector));
  },
  TransactionEvent: transactionEvent,
} satisfies Record<SentBy<"station", "2.0.1">, Saying>;

/** As many as one message carries: what is said here has no second part. */
const few = 8;

export const exampleHash = {
  hashAlgorithm: "SHA256",
  issuerNameHash: "0f5c1d8a3ebd9e4c1d1c1a90f7e4d1b2a3c4d5e6f708192a3b4c5d6e7f809100",
  issuerKeyHash: "9a8b7c6d5e4f30211203f4e5d6c7b8a99a8b7c6d5e4f30211203f4e5d6c7b8a9",
  serialNumber: "1FFF",
} as const;

export const exampleResponder = "http://ocsp.example/";

function now({ controls }: Speaker): string {
  return new Date(controls.now()).toISOString();
}

/** The transaction that runs, in its own order; without one, an example of one that is over with its only event. */
function transactionEvent({ controls, dialect }: Speaker) {
  const { evse, connector } = placeOf(controls);
  const { transaction } = evse;
  const at = controls.now();
  if (transaction) {
    const reading = controls.charger.reading(evse);
    const { state } = transaction;
    return payloadOf(dialect.transaction({ transaction, state, phase: "sample", trigger: "trigger", at, reading }));
  }
  return {
    eventType: "Ended",
    timestamp: new Date(at).toISOString(),
    triggerReason: "Trigger",
    seqNo: 0,
    evse: { id: evse.id, connectorId: connector.id },
    transactionInfo: { transactionId: crypto.randomUUID(), chargingState: "Idle", stoppedReason: "Other" },
  } satisfies Request<"2.0.1", "TransactionEvent">;
}

/** Those of one place, or an example where none are installed. */
function chargingProfiles(speaker: Speaker) {
  const installed = speaker.controls.blocks.smartCharging.select({});
  const evseId = installed[0]?.evse ?? placeOf(speaker.controls).evse.id;
  const chargingProfile = installed.filter(({ evse }) => evse === evseId).map(({ wire }) => wire);
  const told = { requestId: 1, chargingLimitSource: "CSO", evseId } as const;
  if (chargingProfile.length > 0) return { ...told, chargingProfile };
  return {
    ...told,
    chargingProfile: [
      {
        id: 1,
        stackLevel: 0,
        chargingProfilePurpose: "TxDefaultProfile",
        chargingProfileKind: "Relative",
        chargingSchedule: [halfPower(speaker)],
      },
    ],
  } satisfies Request<"2.0.1", "ReportChargingProfiles">;
}

/** Half of what the place can give, for an hour. */
function halfPower({ controls }: Speaker) {
  const { bay } = placeOf(controls).evse;
  return {
    id: 1,
    duration: 3_600,
    chargingRateUnit: "W" as const,
    chargingSchedulePeriod: [{ startPeriod: 0, limit: Math.floor(ratedWatts(bay.supply) / 2) }],
  };
}

/** What the car that stands there may want, or what one would want. */
function chargingNeeds(controls: Speaker["controls"]) {
  const { id, bay } = placeOf(controls).evse;
  const { car, charge, supply } = bay;
  const wanted = Math.round(car ? Math.max(0, car.wantedCharge - charge) * car.batteryWh : 20_000);
  if (supply.current === "DC") {
    return {
      evseId: id,
      chargingNeeds: {
        requestedEnergyTransfer: "DC",
        dcChargingParameters: {
          evMaxCurrent: supply.amps,
          evMaxVoltage: supply.volts,
          energyAmount: wanted,
          ...(car && { stateOfCharge: Math.round(charge * 100) }),
        },
      },
    } satisfies Request<"2.0.1", "NotifyEVChargingNeeds">;
  }
  return {
    evseId: id,
    chargingNeeds: {
      requestedEnergyTransfer: supply.phases === 3 ? "AC_three_phase" : "AC_single_phase",
      acChargingParameters: { energyAmount: wanted, evMinCurrent: 6, evMaxCurrent: supply.amps, evMaxVoltage: 400 },
    },
  } satisfies Request<"2.0.1", "NotifyEVChargingNeeds">;
}
