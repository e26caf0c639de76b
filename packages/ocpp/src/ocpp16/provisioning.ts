import { said } from "../translate";
import type { Inbound16 } from "./table";

const registrations = { accepted: "Accepted", pending: "Pending", rejected: "Rejected" } as const;

export const BootNotification: Inbound16<"BootNotification", "booted"> = {
  report: "booted",
  toReport: (request) => ({
    type: "booted",
    vendor: request.chargePointVendor,
    model: request.chargePointModel,
    // The second is the older field of the same meaning.
    serialNumber: said(request.chargePointSerialNumber) ?? said(request.chargeBoxSerialNumber),
    firmwareVersion: said(request.firmwareVersion),
    iccid: said(request.iccid),
    imsi: said(request.imsi),
    meterType: said(request.meterType),
    meterSerialNumber: said(request.meterSerialNumber),
  }),
  toAnswer: ({ registration, intervalSeconds }, { now }) => ({
    status: registrations[registration],
    currentTime: now.toISOString(),
    interval: intervalSeconds,
  }),
};

export const Heartbeat: Inbound16<"Heartbeat", "heartbeat"> = {
  report: "heartbeat",
  toReport: () => ({ type: "heartbeat" }),
  toAnswer: (_outcome, { now }) => ({ currentTime: now.toISOString() }),
};

export const DataTransfer: Inbound16<"DataTransfer", "data-transfer"> = {
  report: "data-transfer",
  toReport: ({ vendorId, messageId }) => ({ type: "data-transfer", vendor: vendorId, message: said(messageId) }),
  toAnswer: ({ status }) => ({ status: status === "accepted" ? "Accepted" : "UnknownVendorId" }),
};
