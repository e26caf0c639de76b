import type { VendorCommand } from "@chargehand/domain/orders/vendors";
import type { Speech } from "../dialect";
import { byStatus } from "../effects";
import { said } from "../translate";
import { vendorData, vendorStatuses } from "../vendor-message";
import { call, type Effects16, type Inbound16 } from "./table";

// Vendors' own messages.

export const DataTransfer: Inbound16<"DataTransfer", "data-transfer"> = {
  report: "data-transfer",
  toReport: ({ vendorId, messageId, data }) => ({
    type: "data-transfer",
    vendor: vendorId,
    message: said(messageId),
    data: vendorData(data),
  }),
  toAnswer: ({ status, reply }) => ({ status: vendorStatuses[status], data: reply }),
};

export const vendors = {
  DataTransfer: { toAnswer: byStatus, unprovable: "what follows from it is its vendor's matter" },
} satisfies Partial<Effects16>;

export const vendorSpeech = {
  "data-transfer": ({ vendor, message, data }) => call("DataTransfer", { vendorId: vendor, messageId: message, data }),
} satisfies Pick<Speech, VendorCommand["type"]>;
