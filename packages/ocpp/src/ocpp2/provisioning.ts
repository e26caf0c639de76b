import { said } from "../translate";
import type { Inbound2 } from "./table";
import { toReadings } from "./variables";

const registrations = { accepted: "Accepted", pending: "Pending", rejected: "Rejected" } as const;

export const BootNotification: Inbound2<"BootNotification", "booted"> = {
  report: "booted",
  toReport: ({ chargingStation, reason }) => ({
    type: "booted",
    vendor: chargingStation.vendorName,
    model: chargingStation.model,
    serialNumber: said(chargingStation.serialNumber),
    firmwareVersion: said(chargingStation.firmwareVersion),
    iccid: said(chargingStation.modem?.iccid),
    imsi: said(chargingStation.modem?.imsi),
    reason,
    triggered: reason === "Triggered" ? true : undefined,
  }),
  toAnswer: ({ registration, intervalSeconds }, { now }) => ({
    status: registrations[registration],
    currentTime: now.toISOString(),
    interval: intervalSeconds,
  }),
};

export const Heartbeat: Inbound2<"Heartbeat", "heartbeat"> = {
  report: "heartbeat",
  toReport: () => ({ type: "heartbeat" }),
  toAnswer: (_outcome, { now }) => ({ currentTime: now.toISOString() }),
};

/** A part of the report that we asked for; the last one says that nothing is to be continued. */
export const NotifyReport: Inbound2<"NotifyReport", "variables"> = {
  report: "variables",
  toReport: ({ requestId, seqNo, tbc = false, reportData = [] }) => ({
    type: "variables",
    readings: reportData.flatMap(toReadings),
    part: { requestId, sequence: seqNo, last: !tbc },
  }),
  toAnswer: () => ({}),
};

export const DataTransfer: Inbound2<"DataTransfer", "data-transfer"> = {
  report: "data-transfer",
  toReport: ({ vendorId, messageId }) => ({ type: "data-transfer", vendor: vendorId, message: said(messageId) }),
  toAnswer: ({ status }) => ({ status: status === "accepted" ? "Accepted" : "UnknownVendorId" }),
};
