import { z } from "zod";
import type { Command } from "../../dialects/command";
import { define16, rejected16 } from "../../dialects/ocpp16/define";
import { hashDataRequest, installStatuses, removalStatuses } from "./hash-data-request";

const uses = { CentralSystemRootCertificate: "csms", ManufacturerRootCertificate: "manufacturer" } as const;

const certificateType = z.enum(["CentralSystemRootCertificate", "ManufacturerRootCertificate"]);

/** Certificates in 1.6's security extension. */
export const certificateCommands16 = {
  InstallCertificate: define16(
    z.object({ certificateType, certificate: z.string() }),
    rejected16,
    (request, { blocks }) => {
      const outcome = blocks.certificates.install(uses[request.certificateType], request.certificate);
      return { result: { status: installStatuses[outcome] } };
    },
  ),

  DeleteCertificate: define16(hashDataRequest, { status: "Failed" }, ({ certificateHashData }, { blocks }) => ({
    result: { status: removalStatuses[blocks.certificates.remove(certificateHashData)] },
  })),

  GetInstalledCertificateIds: define16(z.object({ certificateType }), { status: "NotFound" }, (request, { blocks }) => {
    const listed = blocks.certificates.list([uses[request.certificateType]]);
    if (listed.length === 0) return { result: { status: "NotFound" } };
    return { result: { status: "Accepted", certificateHashData: listed.map(({ hashData }) => hashData) } };
  }),

  CertificateSigned: define16(
    z.object({ certificateChain: z.string() }),
    rejected16,
    ({ certificateChain }, { blocks, securityEvent }) => {
      if (blocks.certificates.accept("station", certificateChain, undefined) === "accepted") {
        return { result: { status: "Accepted" } };
      }
      return { result: rejected16, afterwards: () => securityEvent("InvalidChargePointCertificate") };
    },
  ),
} satisfies Record<string, Command>;
