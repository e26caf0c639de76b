import { acknowledged } from "../effects";
import { recorded, recordedAndAnswered } from "../recorded";
import { type Effects2, type Inbound2, notHere } from "./table";

// Block C, ad hoc payment.

export const NotifySettlement = recorded();

/** Nobody is asked about VAT numbers here yet; the number goes back with the answer, as the message wants it. */
export const VatNumberValidation: Inbound2<"VatNumberValidation", "recorded"> = recordedAndAnswered(
  ({ vatNumber, evseId }) => ({
    vatNumber,
    evseId,
    status: "Rejected",
    statusInfo: notHere("VAT numbers cannot be validated here"),
  }),
);

export const payments = {
  NotifyWebPaymentStarted: { toAnswer: acknowledged, unprovable: "the station only shows it" },
} satisfies Partial<Effects2>;
