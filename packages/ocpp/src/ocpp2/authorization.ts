import { acknowledged, byAnswer, byStatus } from "../effects";
import type { Effects2, Inbound2 } from "./table";
import { toIdTokenInfo, toToken } from "./translate";

// Blocks C and D: authorization and the local list.

export const Authorize: Inbound2<"Authorize", "token-presented"> = {
  report: "token-presented",
  toReport: ({ idToken }) => ({ type: "token-presented", token: toToken(idToken) }),
  toAnswer({ authorization }, { now }, { certificate, iso15118CertificateHashData }) {
    const idTokenInfo = toIdTokenInfo(authorization, now);
    if (certificate === undefined && iso15118CertificateHashData === undefined) return { idTokenInfo };
    // Nothing here can check a contract certificate yet, and what is not verified is not accepted (C07).
    return { idTokenInfo: { ...idTokenInfo, status: "Invalid" }, certificateStatus: "CertChainError" };
  },
};

export const authorization = {
  ClearCache: { toAnswer: byStatus, unprovable: "OCPP cannot ask what a cache holds" },

  GetLocalListVersion: {
    toAnswer: acknowledged,
    toReports: (_request, { versionNumber }) => [{ type: "local-list", version: versionNumber }],
    proof: byAnswer,
  },

  SendLocalList: {
    toAnswer: byStatus,
    proof: ({ versionNumber }) => ({
      watch: { for: "local-list", version: versionNumber },
      deadlineSeconds: 60,
      probe: { type: "raw", action: "GetLocalListVersion", payload: {} },
    }),
  },
} satisfies Partial<Effects2>;
