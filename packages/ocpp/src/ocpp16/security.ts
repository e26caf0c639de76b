import { answered, progressOf, securityEvent } from "../adapters";
import { byAnswer, byProgress, byStatus, byStatusOrNone } from "../effects";
import { firmwareStates, logStates } from "../progress";
import type { Effects16, Inbound16 } from "./table";

// The security extension.

export const LogStatusNotification = progressOf("log", logStates);

export const SecurityEventNotification = securityEvent;

/** Nobody signs here yet. Saying so lets the station stop asking, which an Accepted without a certificate would not. */
export const SignCertificate: Inbound16<"SignCertificate", "asked"> = answered(
  () => ({ status: "Rejected" }),
  "certificate-request",
);

export const SignedFirmwareStatusNotification = progressOf("firmware", firmwareStates);

const byUpdate = byProgress("firmware");

export const security = {
  CertificateSigned: {
    toAnswer: byStatus,
    unprovable: "the certificate shows when the station connects with it, below OCPP",
  },
  DeleteCertificate: { toAnswer: byStatus, proof: byAnswer },
  GetInstalledCertificateIds: { toAnswer: byStatusOrNone("NotFound"), proof: byAnswer },
  GetLog: { toAnswer: byStatus, proof: byProgress("log") },
  InstallCertificate: { toAnswer: byStatus, proof: byAnswer },
  SignedUpdateFirmware: {
    toAnswer: byStatus,
    proof: ({ requestId, firmware }) => ({
      ...byUpdate({ requestId }),
      from: firmware.installDateTime ?? firmware.retrieveDateTime,
    }),
  },
} satisfies Partial<Effects16>;
