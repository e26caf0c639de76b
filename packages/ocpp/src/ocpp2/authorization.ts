import type { ListChange } from "@chargehand/domain/local-list/difference";
import type { Speech } from "../dialect";
import { acknowledged, byAnswer, byStatus } from "../effects";
import { call, type Effects2, type Inbound2 } from "./table";
import { toWire } from "./tariffs";
import { toIdToken, toIdTokenInfo, toToken } from "./translate";

// Blocks C and D: authorization and the local list.

export const Authorize: Inbound2<"Authorize", "token-presented"> = {
  report: "token-presented",
  toReport: ({ idToken }) => ({ type: "token-presented", token: toToken(idToken) }),
  toAnswer({ authorization, tariff }, { now }, { certificate, iso15118CertificateHashData }) {
    const idTokenInfo = toIdTokenInfo(authorization, now);
    if (certificate === undefined && iso15118CertificateHashData === undefined) {
      // The driver's tariff, before what counts for everybody (I08).
      return { idTokenInfo, ...(tariff && { tariff: toWire(tariff) }) };
    }
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
    proof: ({ versionNumber, updateType, localAuthorizationList }) => ({
      watch: {
        for: "local-list",
        version: versionNumber,
        ...(updateType === "Full" && !localAuthorizationList && { empty: true }),
      },
      deadlineSeconds: 60,
      probe: { type: "read-local-list" },
    }),
  },
} satisfies Partial<Effects2>;

export const accessSpeech = {
  "send-local-list"({ mode, version, lines }) {
    const [first, ...others] = lines.map(toLine);
    return call("SendLocalList", {
      versionNumber: version,
      updateType: mode === "full" ? "Full" : "Differential",
      localAuthorizationList: first && [first, ...others],
    });
  },
  "read-local-list": () => call("GetLocalListVersion", {}),
  "clear-cache": () => call("ClearCache", {}),
} satisfies Partial<Speech>;

/** A token of which we know no kind is a card: only those are learned from stations that tell no kinds. */
const toLine = ({ value, kind, entry }: ListChange) => ({
  idToken: toIdToken({ value, kind: kind === "unknown" ? "iso14443" : kind }),
  // Without a word about it, a token is taken off the list.
  idTokenInfo: entry && toIdTokenInfo({ ...entry, expiresAt: entry.expiresAt ? new Date(entry.expiresAt) : undefined }),
});
