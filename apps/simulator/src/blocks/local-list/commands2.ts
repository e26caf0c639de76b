import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { define2 } from "../../dialects/ocpp2/define";

const idToken = z.object({ idToken: z.string() });

const idTokenInfo = z
  .object({ status: z.string(), groupIdToken: idToken.optional(), cacheExpiryDateTime: instant.optional() })
  .transform(({ status, groupIdToken, cacheExpiryDateTime }) => ({
    status,
    group: groupIdToken?.idToken,
    expiresAt: cacheExpiryDateTime,
  }));

/** The local list in 2.x. */
export const localListCommands2 = {
  SendLocalList: define2(
    z.object({
      versionNumber: z.int(),
      updateType: z.enum(["Full", "Differential"]),
      localAuthorizationList: z.array(z.object({ idToken, idTokenInfo: idTokenInfo.optional() })).default([]),
    }),
    ({ versionNumber, updateType, localAuthorizationList }, { blocks, settings }) => {
      if (!settings.localList) return failed("NotEnabled");
      const outcome = blocks.localList.update({
        type: updateType === "Full" ? "full" : "differential",
        version: versionNumber,
        lines: localAuthorizationList.map((line) => ({ token: line.idToken.idToken, listed: line.idTokenInfo })),
      });
      if (outcome === "failed") return failed("InvalidValue");
      return { result: { status: outcome === "accepted" ? "Accepted" : "VersionMismatch" } };
    },
    { status: "Failed" },
  ),

  GetLocalListVersion: define2(
    z.object({}),
    (_request, { blocks, settings }) => ({
      result: { versionNumber: settings.localList ? blocks.localList.version : 0 },
    }),
    "none",
  ),
} satisfies Record<string, Command>;

function failed(reasonCode: string) {
  return { result: { status: "Failed", statusInfo: { reasonCode } } };
}
