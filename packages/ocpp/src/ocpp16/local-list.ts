import { acknowledged, byAnswer, byStatus } from "../effects";
import type { Effects16 } from "./table";

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
    proof: ({ listVersion }) => ({
      watch: { for: "local-list", version: listVersion },
      deadlineSeconds: 60,
      probe: { type: "raw", action: "GetLocalListVersion", payload: {} },
    }),
  },
} satisfies Partial<Effects16>;
