import type { VendorCommand } from "@chargehand/domain/orders/vendors";
import type { Speech } from "../dialect";
import { byStatus } from "../effects";
import type { Response } from "../messages";
import { said } from "../translate";
import { vendorData, vendorStatuses } from "../vendor-message";
import { call, type Effects2, type Inbound2 } from "./table";

// Block P: vendors' own messages.

export const DataTransfer: Inbound2<"DataTransfer", "data-transfer"> = {
  report: "data-transfer",
  toReport: ({ vendorId, messageId, data }) => ({
    type: "data-transfer",
    vendor: vendorId,
    message: said(messageId),
    data: vendorData(data),
  }),
  toAnswer: ({ status, reply }) => ({ status: vendorStatuses[status], data: anyJson(reply) }),
};

export const vendors = {
  DataTransfer: { toAnswer: byStatus, unprovable: "what follows from it is its vendor's matter" },
} satisfies Partial<Effects2>;

export const vendorSpeech = {
  "data-transfer": ({ vendor, message, data }) =>
    call("DataTransfer", { vendorId: vendor, messageId: message, data: anyJson(data) }),
} satisfies Pick<Speech, VendorCommand["type"]>;

type Data = Response<"2.1", "DataTransfer">["data"];

/** A text that is JSON goes as what it says, any other as itself. */
function anyJson(text: string | undefined): Data {
  if (text === undefined) return undefined;
  // The schema sets no type at all, which the types made from it take for an object.
  try {
    return JSON.parse(text) as Data;
  } catch {
    return text as unknown as Data;
  }
}
