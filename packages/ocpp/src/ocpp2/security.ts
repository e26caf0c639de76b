import { answered, securityEvent } from "../adapters";
import { byStatus } from "../effects";
import { type Effects2, type Inbound2, notHere } from "./table";

// Block A: security.

export const SecurityEventNotification = securityEvent;

/** Nobody signs here yet. Saying so lets the station stop asking, which an Accepted without a certificate would not. */
export const SignCertificate: Inbound2<"SignCertificate", "asked"> = {
  ...answered(() => ({ status: "Rejected", statusInfo: notHere("no certificate authority is set up") })),
  toReport: ({ certificateType }) => ({
    type: "asked",
    // Without a type it is for the station, and perhaps for vehicles too.
    message: certificateType?.startsWith("V2G") ? "vehicle-certificate-request" : "certificate-request",
  }),
};

export const security = {
  CertificateSigned: {
    toAnswer: byStatus,
    unprovable: "the certificate shows when the station connects with it, below OCPP",
  },
} satisfies Partial<Effects2>;
