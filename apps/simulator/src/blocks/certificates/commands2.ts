import { z } from "zod";
import type { Command } from "../../dialects/command";
import { accepted2, define2 } from "../../dialects/ocpp2/define";
import type { CertificateUse, SigningUse } from "./certificates";
import { hashDataRequest, installStatuses, removalStatuses } from "./hash-data-request";

const uses = {
  CSMSRootCertificate: "csms",
  ManufacturerRootCertificate: "manufacturer",
  MORootCertificate: "contracts",
  OEMRootCertificate: "car-maker",
  V2GRootCertificate: "v2g",
} as const satisfies Record<string, CertificateUse>;

const listedUses = { ...uses, V2GCertificateChain: "v2g-chain" } as const;

const words = {
  csms: "CSMSRootCertificate",
  manufacturer: "ManufacturerRootCertificate",
  contracts: "MORootCertificate",
  "car-maker": "OEMRootCertificate",
  v2g: "V2GRootCertificate",
  "v2g-chain": "V2GCertificateChain",
} as const satisfies Record<CertificateUse, string>;

const rootType = z.enum([
  "CSMSRootCertificate",
  "ManufacturerRootCertificate",
  "MORootCertificate",
  "OEMRootCertificate",
  "V2GRootCertificate",
]);

const signedUses = {
  ChargingStationCertificate: "station",
  V2GCertificate: "v2g",
  V2G20Certificate: "v2g-20",
} as const satisfies Record<string, SigningUse>;

/** Certificates in 2.x. */
export const certificateCommands2 = {
  InstallCertificate: define2(
    z.object({ certificateType: rootType, certificate: z.string() }),
    ({ certificate, certificateType }, { blocks }) => {
      const outcome = blocks.certificates.install(uses[certificateType], certificate);
      const reasonCode = { accepted: undefined, invalid: "InvalidCertificate", full: "OutOfStorage" }[outcome];
      return { result: { status: installStatuses[outcome], ...(reasonCode && { statusInfo: { reasonCode } }) } };
    },
  ),

  DeleteCertificate: define2(
    hashDataRequest,
    ({ certificateHashData }, { blocks }) => ({
      result: { status: removalStatuses[blocks.certificates.remove(certificateHashData)] },
    }),
    { status: "Failed" },
  ),

  GetInstalledCertificateIds: define2(
    z.object({ certificateType: z.array(z.enum([...rootType.options, "V2GCertificateChain"])).optional() }),
    ({ certificateType }, { blocks }) => {
      const listed = blocks.certificates.list(certificateType?.map((type) => listedUses[type]));
      if (listed.length === 0) return { result: { status: "NotFound" } };
      const certificateHashDataChain = listed.map(({ children, hashData, use }) => ({
        certificateType: words[use],
        certificateHashData: hashData,
        ...(children.length > 0 && { childCertificateHashData: children }),
      }));
      return { result: { status: "Accepted", certificateHashDataChain } };
    },
    { status: "NotFound" },
  ),

  CertificateSigned: define2(
    z.object({
      certificateChain: z.string(),
      certificateType: z.enum(["ChargingStationCertificate", "V2GCertificate", "V2G20Certificate"]).optional(),
      requestId: z.int().optional(),
    }),
    ({ certificateChain, certificateType, requestId }, { blocks, securityEvent }) => {
      const { certificates } = blocks;
      const use = certificateType === undefined ? certificates.meantWithoutName : signedUses[certificateType];
      const outcome = certificates.accept(use, certificateChain, requestId);
      if (outcome === "accepted") return accepted2();
      const reasonCode = outcome === "invalid" ? "InvalidCertificate" : "NoSignRequest";
      return {
        result: { status: "Rejected", statusInfo: { reasonCode } },
        afterwards: () => securityEvent("InvalidChargingStationCertificate"),
      };
    },
  ),
} satisfies Record<string, Command>;
