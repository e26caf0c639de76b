import type { Speech } from "../dialect";
import { acknowledged, byAnswer, byStatus } from "../effects";
import { call, type Effects16 } from "./table";
import { toIdTagInfo } from "./translate";

// The profile of the local list, and the cache beside it.

export const localList = {
  ClearCache: { toAnswer: byStatus, unprovable: "OCPP cannot ask what a cache holds" },

  GetLocalListVersion: {
    // -1 is its word for "there is no list here".
    toAnswer: (_request, { listVersion }) =>
      listVersion === -1 ? { answer: "unsupported", detail: "no local list" } : acknowledged(),
    toReports: (_request, { listVersion }) => [{ type: "local-list", version: listVersion }],
    proof: byAnswer,
  },

  SendLocalList: {
    toAnswer: byStatus,
    proof: ({ listVersion, updateType, localAuthorizationList = [] }) => ({
      watch: {
        for: "local-list",
        version: listVersion,
        ...(updateType === "Full" && localAuthorizationList.length === 0 && { empty: true }),
      },
      deadlineSeconds: 60,
      probe: { type: "read-local-list" },
    }),
  },
} satisfies Partial<Effects16>;

export const accessSpeech = {
  "send-local-list": ({ mode, version, lines }) =>
    call("SendLocalList", {
      listVersion: version,
      updateType: mode === "full" ? "Full" : "Differential",
      localAuthorizationList: lines.map(({ value, entry }) => ({
        idTag: value,
        // Without a word about it, a token is taken off the list.
        idTagInfo:
          entry && toIdTagInfo({ ...entry, expiresAt: entry.expiresAt ? new Date(entry.expiresAt) : undefined }),
      })),
    }),
  "read-local-list": () => call("GetLocalListVersion", {}),
  "clear-cache": () => call("ClearCache", {}),
} satisfies Partial<Speech>;
