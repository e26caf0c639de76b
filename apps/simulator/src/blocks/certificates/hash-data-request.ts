import { z } from "zod";

/** How a CSMS names a certificate. */
export const hashDataRequest = z.object({
  certificateHashData: z.object({
    hashAlgorithm: z.enum(["SHA256", "SHA384", "SHA512"]),
    issuerNameHash: z.string(),
    issuerKeyHash: z.string(),
    serialNumber: z.string(),
  }),
});

/** What came of it, in the words of all versions. */
export const removalStatuses = { accepted: "Accepted", "not-found": "NotFound", "in-use": "Failed" } as const;

/** What came of a root that was to be trusted. */
export const installStatuses = { accepted: "Accepted", invalid: "Rejected", full: "Failed" } as const;
