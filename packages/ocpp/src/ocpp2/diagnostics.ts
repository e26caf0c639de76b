import { progressOf } from "../adapters";
import { byProgress, byReport, byStatus } from "../effects";
import { logStates } from "../progress";
import type { Effects2, Inbound2 } from "./table";

// Block N, logs and what a station knows of a customer.

export const LogStatusNotification = progressOf("log", logStates);

/** A part of what the station knows of a customer, as text. */
export const NotifyCustomerInformation: Inbound2<"NotifyCustomerInformation", "part"> = {
  report: "part",
  toReport({ requestId, seqNo, tbc = false, data: text }) {
    const last = !tbc;
    return {
      type: "part",
      of: "customer-information",
      part: { requestId, sequence: seqNo, last },
      holdings: [
        {
          kind: "customer-information",
          key: `${requestId}/${seqNo}`,
          value: { requestId, sequence: seqNo, last, text },
        },
      ],
    };
  },
  toAnswer: () => ({}),
};

const byCustomerReport = byReport("customer-information");

export const diagnostics = {
  CustomerInformation: {
    toAnswer: byStatus,
    // Nothing tells of what was only cleared.
    proof: ({ report, requestId }) => (report ? byCustomerReport({ requestId }) : undefined),
  },
  GetLog: { toAnswer: byStatus, proof: byProgress("log") },
} satisfies Partial<Effects2>;
