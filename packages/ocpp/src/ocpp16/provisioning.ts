import { byAnswer, byStatus } from "../effects";
import { said } from "../translate";
import type { Effects16, Inbound16 } from "./table";
import { isSecret, toReading, toVariable } from "./variables";

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

export const provisioning = {
  GetConfiguration: {
    toAnswer(_request, { unknownKey = [] }) {
      if (unknownKey.length === 0) return { answer: "accepted" };
      return { answer: "accepted", detail: `unknown: ${unknownKey.join(", ")}` };
    },
    toReports: (_request, { configurationKey = [], unknownKey = [] }) => [
      { type: "variables", readings: configurationKey.map(toReading), unknown: unknownKey.map(toVariable) },
    ],
    proof: byAnswer,
  },

  ChangeConfiguration: {
    toAnswer: byStatus,
    proof({ key, value }) {
      // What cannot be read back cannot be proven that way.
      if (isSecret(key)) return undefined;
      const variable = toVariable(key);
      return {
        watch: { for: "variables", writes: [{ variable, value }] },
        deadlineSeconds: 30,
        probe: { type: "read-variables", variables: [variable] },
      };
    },
  },
} satisfies Partial<Effects16>;
