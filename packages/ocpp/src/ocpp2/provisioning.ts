import type { ProofPlan } from "@chargehand/domain/proof";
import { byAnswer, byStatus, byStatusOrNone } from "../effects";
import type { Request, Response } from "../messages";
import { said } from "../translate";
import { type Result, worstOf } from "./results";
import type { Effects2, Inbound2 } from "./table";
import { toAnswered, toAttribute, toReadings, toVariable } from "./variables";

// Blocks B and P: provisioning, and a vendor's own messages.

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

export const provisioning = {
  GetBaseReport: {
    toAnswer: byStatusOrNone("EmptyResultSet"),
    // Only the full one names everything there is.
    proof: ({ requestId, reportBase }) => byVariables({ requestId, whole: reportBase === "FullInventory" }),
  },

  GetReport: { toAnswer: byStatusOrNone("EmptyResultSet"), proof: byVariables },

  GetVariables: {
    toAnswer: (_request, { getVariableResult }) => worstOf(getVariableResult.map(toResult), "accepted"),
    toReports: (_request, response) => [{ type: "variables", ...toAnswered(response) }],
    proof: byAnswer,
  },

  SetVariables: {
    toAnswer: (_request, { setVariableResult }) => worstOf(setVariableResult.map(toResult), "rejected"),
    proof: byReading,
  },

  Reset: {
    toAnswer: byStatus,
    // Only the whole station boots; one evse of it goes out of service and comes back.
    proof: ({ evseId }) => ({
      watch: evseId === undefined || evseId === 0 ? { for: "boot" } : { for: "restarted", evse: evseId },
      deadlineSeconds: 300,
    }),
  },
} satisfies Partial<Effects2>;

function byVariables({ requestId, whole = false }: { requestId: number; whole?: boolean }): ProofPlan {
  return { watch: { for: "report", requestId, ...(whole && { whole }) }, deadlineSeconds: 120 };
}

type VariableResult = (
  | Response<"2.1", "SetVariables">["setVariableResult"]
  | Response<"2.1", "GetVariables">["getVariableResult"]
)[number];

function toResult({ component, variable, attributeStatus, attributeStatusInfo }: VariableResult): Result {
  return { name: `${component.name}.${variable.name}`, status: attributeStatus, statusInfo: attributeStatusInfo };
}

function byReading({ setVariableData }: Request<"2.1", "SetVariables">): ProofPlan | undefined {
  const writes = setVariableData.map(({ component, variable, attributeType, attributeValue }) => ({
    variable: toVariable(component, variable),
    attribute: toAttribute(attributeType),
    value: attributeValue,
  }));
  // What cannot be read back cannot be proven that way; and only actual values are read back.
  if (writes.some(({ attribute }) => attribute !== "actual")) return undefined;
  if (writes.some(({ variable }) => variable.name.toLowerCase() === "basicauthpassword")) return undefined;
  return {
    watch: { for: "variables", writes },
    deadlineSeconds: 30,
    probe: { type: "read-variables", variables: writes.map(({ variable }) => variable) },
  };
}
