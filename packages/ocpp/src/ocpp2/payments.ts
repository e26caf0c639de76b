import type { PaymentCommand } from "@chargehand/domain/orders/payments";
import type { Settlement } from "@chargehand/domain/tariffs/settlement";
import type { Speech } from "../dialect";
import { acknowledged } from "../effects";
import type { Request } from "../messages";
import { said, toInstant } from "../translate";
import { call, type Effects2, type Inbound2 } from "./table";

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

/** By the rules of its country; the number goes back with the answer, as the message wants it. No register is asked, so no company is named. */
export const VatNumberValidation: Inbound2<"VatNumberValidation", "vat-number-asked"> = {
  report: "vat-number-asked",
  toReport: ({ vatNumber }) => ({ type: "vat-number-asked", number: vatNumber }),
  toAnswer: ({ fault }, _context, { vatNumber, evseId }) => ({
    ...{ vatNumber, evseId },
    ...(fault === undefined
      ? { status: "Accepted", statusInfo: { reasonCode: "FormOnly", additionalInfo: "the register was not asked" } }
      : { status: "Rejected", statusInfo: { reasonCode: "InvalidVatNumber", additionalInfo: fault } }),
  }),
};

/** How the commands about payments are said. */
export const paymentSpeech = {
  "await-payment": ({ evse, seconds }) => call("NotifyWebPaymentStarted", { evseId: evse, timeout: seconds }),
} satisfies Pick<Speech, PaymentCommand["type"]>;

export const payments = {
  NotifyWebPaymentStarted: {
    toAnswer: acknowledged,
    toReports: ({ evseId: evse, timeout: seconds }) => [
      {
        type: "held",
        changes: [{ do: "set", kind: "awaited-payment", key: String(evse), value: { evse, seconds } }],
      },
    ],
    unprovable: "the station only shows it, and lets nobody else in",
  },
} satisfies Partial<Effects2>;
