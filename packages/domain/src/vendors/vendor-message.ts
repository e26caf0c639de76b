/** What a vendor's own message is answered, by rule. */
export const vendorAnswers = ["accepted", "rejected", "unknown-message", "unknown-vendor"] as const;
export type VendorAnswer = (typeof vendorAnswers)[number];

/** The rule for a message: what is answered, and what goes back with it. */
export interface VendorRule {
  answer: VendorAnswer;
  reply?: string;
}

/** A vendor's own message, as it came. */
export interface VendorMessage {
  vendor: string;
  /** "" where the vendor has but one. */
  message: string;
  /** What it carried: a text as it is, anything else as JSON. */
  data?: string;
}
