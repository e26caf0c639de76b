import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { define16 } from "../../dialects/ocpp16/define";

const idTagInfo = z
  .object({ status: z.string(), parentIdTag: z.string().optional(), expiryDate: instant.optional() })
  .transform(({ status, parentIdTag, expiryDate }) => ({ status, group: parentIdTag, expiresAt: expiryDate }));

/** The local list in 1.6. A station that was told not to use it says so. */
export const localListCommands16 = {
  SendLocalList: define16(
    z.object({
      listVersion: z.int(),
      updateType: z.enum(["Full", "Differential"]),
      localAuthorizationList: z.array(z.object({ idTag: z.string(), idTagInfo: idTagInfo.optional() })).default([]),
    }),
    { status: "Failed" },
    ({ listVersion, updateType, localAuthorizationList }, { blocks, settings }) => {
      if (!settings.localList) return { result: { status: "NotSupported" } };
      const outcome = blocks.localList.update({
        type: updateType === "Full" ? "full" : "differential",
        version: listVersion,
        lines: localAuthorizationList.map((line) => ({ token: line.idTag, listed: line.idTagInfo })),
      });
      return { result: { status: statuses[outcome] } };
    },
  ),

  GetLocalListVersion: define16(z.object({}), undefined, (_request, { blocks, settings }) => ({
    result: { listVersion: settings.localList ? blocks.localList.version : -1 },
  })),
} satisfies Record<string, Command>;

const statuses = { accepted: "Accepted", failed: "Failed", "version-mismatch": "VersionMismatch" } as const;
