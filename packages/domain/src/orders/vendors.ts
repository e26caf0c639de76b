/** A vendor's own message, in the vendor's own words. */
export type VendorCommand = { type: "data-transfer"; vendor: string; message?: string; data?: string };
