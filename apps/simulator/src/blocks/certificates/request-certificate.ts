import { z } from "zod";
import type { Controls } from "../../charger/controls";
import { storedIn } from "../../dialects/ocpp2/variable";
import { organization, type SigningUse } from "./certificates";

/** What 2.x calls the uses; without a name a certificate is for all of them. */
export const signingWords = {
  station: "ChargingStationCertificate",
  v2g: "V2GCertificate",
  "v2g-20": "V2G20Certificate",
  both: undefined,
} as const satisfies Record<SigningUse, string | undefined>;

const answer = z.object({ status: z.string() });

/** Asks the CSMS to have a new key certified. */
export async function requestCertificate(controls: Controls, use: SigningUse): Promise<void> {
  const { blocks, post, stored, version } = controls;
  const told = version === "1.6" ? stored.get("CpoName") : storedIn(controls, "SecurityCtrlr", "OrganizationName");
  const { pem, requestId } = await blocks.certificates.request(use, told || organization);
  const certificateType = signingWords[use];
  post({
    action: "SignCertificate",
    build: () => ({
      csr: pem,
      ...(version !== "1.6" && certificateType && { certificateType }),
      ...(version === "2.1" && { requestId }),
    }),
    urgent: true,
    onOutcome(outcome) {
      const answered = outcome.type === "result" ? answer.safeParse(outcome.payload).data : undefined;
      if (answered?.status !== "Accepted") blocks.certificates.requestRefused(use);
    },
  });
}
