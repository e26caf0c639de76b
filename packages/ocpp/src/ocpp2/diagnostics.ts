import { byProgress, byReport, byStatus } from "../effects";
import { logStates } from "../progress";
import { partOf, progressOf } from "../recorded";
import type { Effects2 } from "./table";

// Block N, logs and what a station knows of a customer.

export const LogStatusNotification = progressOf("log", logStates);

export const NotifyCustomerInformation = partOf("customer-information");

const byCustomerReport = byReport("customer-information");

export const diagnostics = {
  CustomerInformation: {
    toAnswer: byStatus,
    // Nothing tells of what was only cleared.
    proof: ({ report, requestId }) => (report ? byCustomerReport({ requestId }) : undefined),
  },
  GetLog: { toAnswer: byStatus, proof: byProgress("log") },
} satisfies Partial<Effects2>;
