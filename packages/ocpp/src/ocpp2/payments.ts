import type { Settlement } from "@chargehand/domain/tariffs/settlement";
import { answered } from "../adapters";
import { acknowledged } from "../effects";
import type { Request } from "../messages";
import { said, toInstant } from "../translate";
import { type Effects2, type Inbound2, notHere } from "./table";

// Block C, ad hoc payment.

const statuses = {
  Settled: "settled",
  Canceled: "canceled",
  Rejected: "rejected",
  Failed: "failed",
} as const satisfies Record<Request<"2.1", "NotifySettlement">["status"], Settlement["status"]>;

/** What came of a payment at the station's own terminal: kept by the number it has at its provider, and shown (C19, C21, C22). */
export const NotifySettlement: Inbound2<"NotifySettlement", "held"> = {
  report: "held",
  toReport(request) {
    const value: Settlement = {
      status: statuses[request.status],
      amount: String(request.settlementAmount),
      at: toInstant(request.settlementTime),
      session: request.transactionId,
      why: said(request.statusInfo),
      receipt: said(request.receiptId),
      receiptUrl: said(request.receiptUrl),
      vatNumber: said(request.vatNumber),
      company: said(request.vatCompany?.name),
    };
    return { type: "held", changes: [{ do: "set", kind: "settlement", key: request.pspRef, value }] };
  },
  toAnswer: () => ({}),
};

/** Nobody is asked about VAT numbers here yet; the number goes back with the answer, as the message wants it. */
export const VatNumberValidation: Inbound2<"VatNumberValidation", "asked"> = answered(({ vatNumber, evseId }) => ({
  vatNumber,
  evseId,
  status: "Rejected",
  statusInfo: notHere("VAT numbers cannot be validated here"),
}));

export const payments = {
  NotifyWebPaymentStarted: { toAnswer: acknowledged, unprovable: "the station only shows it" },
} satisfies Partial<Effects2>;
