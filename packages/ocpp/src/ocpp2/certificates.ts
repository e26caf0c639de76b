import { answered } from "../adapters";
import { byAnswer, byStatus, byStatusOrNone } from "../effects";
import { type Effects2, type Inbound2, notHere } from "./table";

// Block M: certificates, and ISO 15118.

/** No pool of contracts is set up; the answer for the car must be there, and is empty. */
export const Get15118EVCertificate: Inbound2<"Get15118EVCertificate", "asked"> = answered(() => ({
  status: "Failed",
  statusInfo: notHere("no contract certificate pool is set up"),
  exiResponse: "",
}));

/** No responder is asked yet, and what nobody checked is not called good. */
export const GetCertificateStatus: Inbound2<"GetCertificateStatus", "asked"> = answered(() => ({
  status: "Failed",
  statusInfo: notHere("the status of certificates cannot be checked here"),
}));

/** The same for a whole chain, of which each certificate is answered by itself; it may be asked again at once. */
export const GetCertificateChainStatus: Inbound2<"GetCertificateChainStatus", "asked"> = answered(
  ({ certificateStatusRequests }, { now }) => ({
    certificateStatus: certificateStatusRequests.map(({ certificateHashData, source }) => ({
      certificateHashData,
      source,
      status: "Failed",
      nextUpdate: now.toISOString(),
    })),
  }),
);

export const certificates = {
  DeleteCertificate: { toAnswer: byStatus, proof: byAnswer },
  GetInstalledCertificateIds: { toAnswer: byStatusOrNone("NotFound"), proof: byAnswer },
  InstallCertificate: { toAnswer: byStatus, proof: byAnswer },
} satisfies Partial<Effects2>;
