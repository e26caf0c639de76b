import type { VendorAnswer } from "@chargehand/domain/vendors/vendor-message";

/** How each answer to a vendor's own message is said; all versions say the same. */
export const vendorStatuses = {
  accepted: "Accepted",
  rejected: "Rejected",
  "unknown-message": "UnknownMessageId",
  "unknown-vendor": "UnknownVendorId",
} as const satisfies Record<VendorAnswer, string>;

const longest = 100_000;

/** What a message carried, as text. */
export const vendorData = (data: unknown): string | undefined =>
  data === undefined ? undefined : (typeof data === "string" ? data : JSON.stringify(data)).slice(0, longest);
