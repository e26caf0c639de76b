import { answerFrom } from "../effects";
import { keyOf } from "../translate";
import { triggers } from "./speech";
import type { Effects16 } from "./table";
import { toPlace, toToken } from "./translate";
import { isSecret, toReading, toVariable } from "./variables";

/** What our calls mean in 1.6, whoever made them, and what would prove them. */
export const effects16: Effects16 = {
  RemoteStartTransaction: {
    toAnswer: (_request, { status }) => answerFrom(status),
    proof: ({ connectorId, idTag }) => ({
      watch: { for: "session-started", evse: connectorId, token: toToken(idTag) },
      // The driver has to plug in; stations give up after a time of their own, often one minute.
      deadlineSeconds: 90,
      deadlineVariable: { component: "", name: "ConnectionTimeOut" },
    }),
  },

  RemoteStopTransaction: {
    toAnswer: (_request, { status }) => answerFrom(status),
    proof: ({ transactionId }) => ({
      watch: { for: "session-ended", session: String(transactionId) },
      deadlineSeconds: 60,
    }),
  },

  Reset: {
    toAnswer: (_request, { status }) => answerFrom(status),
    proof: () => ({ watch: { for: "boot" }, deadlineSeconds: 300 }),
  },

  UnlockConnector: {
    toAnswer: (_request, { status }) => answerFrom(status),
    proof: () => ({ watch: { for: "answer" }, deadlineSeconds: 30 }),
  },

  ChangeAvailability: {
    toAnswer: (_request, { status }) => answerFrom(status),
    proof: ({ connectorId, type }) => ({
      watch: {
        for: "availability",
        operative: type === "Operative",
        place: connectorId === 0 ? undefined : toPlace(connectorId),
      },
      deadlineSeconds: 30,
    }),
  },

  TriggerMessage: {
    toAnswer: (_request, { status }) => answerFrom(status),
    proof({ requestedMessage, connectorId }) {
      const message = keyOf(triggers, requestedMessage);
      if (!message) return undefined;
      const place = connectorId === undefined ? undefined : toPlace(connectorId);
      return { watch: { for: "message", message, place }, deadlineSeconds: 30 };
    },
  },

  GetConfiguration: {
    toAnswer(_request, { unknownKey = [] }) {
      if (unknownKey.length === 0) return { answer: "accepted" };
      return { answer: "accepted", detail: `unknown: ${unknownKey.join(", ")}` };
    },
    toReports: (_request, { configurationKey = [], unknownKey = [] }) => [
      { type: "variables", readings: configurationKey.map(toReading), unknown: unknownKey.map(toVariable) },
    ],
    proof: () => ({ watch: { for: "answer" }, deadlineSeconds: 30 }),
  },

  ChangeConfiguration: {
    toAnswer: (_request, { status }) => answerFrom(status),
    proof({ key, value }) {
      // What cannot be read back cannot be proven that way.
      if (isSecret(key)) return undefined;
      const variable = toVariable(key);
      return {
        watch: { for: "variables", writes: [{ variable, value }] },
        deadlineSeconds: 30,
        probe: { type: "read-variables", variables: [variable] },
      };
    },
  },
};
