/** What an operator can tell a station about payments. */
export type PaymentCommand =
  /** Somebody pays in a browser for an evse: nobody else is let in there meanwhile. */
  { type: "await-payment"; evse: number; seconds: number };
