/** Since it was said, nobody but who pays in a browser is let in at an evse, for so long. */
export interface AwaitedPayment {
  evse: number;
  seconds: number;
}

/** What came of a payment that was made at the station itself. */
export interface Settlement {
  status: "settled" | "canceled" | "rejected" | "failed";
  /** As decimal text, in the currency of the terminal. */
  amount: string;
  at: string;
  /** The session that was paid for, by its name on the wire. */
  session?: string;
  why?: string;
  receipt?: string;
  receiptUrl?: string;
  vatNumber?: string;
  company?: string;
}
