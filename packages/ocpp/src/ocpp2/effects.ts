import type { Answer, CommandAnswer } from "@chargehand/domain/command";
import { answerFrom } from "../effects";
import type { Request, Response } from "../messages";
import { keyOf } from "../translate";
import { triggers } from "./speech";
import type { Effects2 } from "./table";
import { toPlace, toToken } from "./translate";
import { toAnswered, toAttribute, toVariable } from "./variables";

/** What our calls mean in 2.x, whoever made them, and what would prove them. */
export const effects2: Effects2 = {
  RequestStartTransaction: {
    toAnswer: toSimpleAnswer,
    proof: ({ evseId, idToken, remoteStartId }) => ({
      watch: { for: "session-started", evse: evseId, token: toToken(idToken), remoteStartId },
      // The driver has to plug in; stations give up after a time of their own, often one minute.
      deadlineSeconds: 90,
      deadlineVariable: { component: "TxCtrlr", name: "EVConnectionTimeOut" },
    }),
  },

  RequestStopTransaction: {
    toAnswer: toSimpleAnswer,
    proof: ({ transactionId }) => ({ watch: { for: "session-ended", session: transactionId }, deadlineSeconds: 60 }),
  },

  Reset: {
    toAnswer: toSimpleAnswer,
    // The reset of one evse leaves no trace: only the whole station boots.
    proof: ({ evseId }) => (evseId === undefined ? { watch: { for: "boot" }, deadlineSeconds: 300 } : undefined),
  },

  UnlockConnector: {
    toAnswer: toSimpleAnswer,
    proof: () => ({ watch: { for: "answer" }, deadlineSeconds: 30 }),
  },

  ChangeAvailability: {
    toAnswer: toSimpleAnswer,
    proof: ({ operationalStatus, evse }) => ({
      watch: { for: "availability", operative: operationalStatus === "Operative", place: evse && toPlace(evse) },
      deadlineSeconds: 30,
    }),
  },

  TriggerMessage: {
    toAnswer: toSimpleAnswer,
    proof({ requestedMessage, evse }) {
      const message = keyOf(triggers, requestedMessage);
      return message && { watch: { for: "message", message, place: evse && toPlace(evse) }, deadlineSeconds: 30 };
    },
  },

  GetBaseReport: {
    toAnswer: toSimpleAnswer,
    proof: ({ requestId }) => ({ watch: { for: "report", requestId }, deadlineSeconds: 120 }),
  },

  GetReport: {
    toAnswer: toSimpleAnswer,
    proof: ({ requestId }) => ({ watch: { for: "report", requestId }, deadlineSeconds: 120 }),
  },

  GetVariables: {
    toAnswer: (_request, { getVariableResult }) => worstOf(getVariableResult, "accepted"),
    toReports: (_request, response) => [{ type: "variables", ...toAnswered(response) }],
    proof: () => ({ watch: { for: "answer" }, deadlineSeconds: 30 }),
  },

  SetVariables: {
    toAnswer: (_request, { setVariableResult }) => worstOf(setVariableResult, "rejected"),
    proof: provenByReading,
  },

  GetTransactionStatus: {
    toAnswer: () => ({ answer: "accepted" }),
    toReports: ({ transactionId }, { ongoingIndicator, messagesInQueue }) => [
      { type: "transaction-status", session: transactionId, ongoing: ongoingIndicator, messagesInQueue },
    ],
    proof: () => ({ watch: { for: "answer" }, deadlineSeconds: 30 }),
  },
};

type StatusInfo = Response<"2.1", "Reset">["statusInfo"];

function toSimpleAnswer(_request: unknown, { status, statusInfo }: { status: string; statusInfo?: StatusInfo }) {
  return answerFrom(status, reasonOf(statusInfo));
}

function reasonOf(info: StatusInfo): string | undefined {
  return info && (info.additionalInfo || info.reasonCode);
}

type Result = (
  | Response<"2.1", "SetVariables">["setVariableResult"]
  | Response<"2.1", "GetVariables">["getVariableResult"]
)[number];

// One answer for many variables: the worst of them, with the names of those it concerns. Where some of what was asked
// is worth having without the rest (reading), `partly` says so.
function worstOf(results: readonly Result[], partly: Answer): CommandAnswer {
  const answered = results.map((result) => ({
    result,
    ...answerFrom(result.attributeStatus, reasonOf(result.attributeStatusInfo)),
  }));
  const refused = answered.filter(({ answer }) => answer !== "accepted" && answer !== "reboot-required");
  const concerned = refused.length > 0 ? refused : answered.filter(({ answer }) => answer === "reboot-required");
  const [first] = concerned;
  if (!first) return { answer: "accepted" };
  const answer = refused.length > 0 && refused.length < results.length ? partly : first.answer;
  const detail = concerned.map(
    ({ result, detail = "Rejected" }) => `${result.component.name}.${result.variable.name}: ${detail}`,
  );
  return { answer, detail: detail.join("; ") };
}

function provenByReading({ setVariableData }: Request<"2.1", "SetVariables">) {
  const writes = setVariableData.map(({ component, variable, attributeType, attributeValue }) => ({
    variable: toVariable(component, variable),
    attribute: toAttribute(attributeType),
    value: attributeValue,
  }));
  // What cannot be read back cannot be proven that way; and only actual values are read back.
  if (writes.some(({ attribute }) => attribute !== "actual")) return undefined;
  if (writes.some(({ variable }) => variable.name.toLowerCase() === "basicauthpassword")) return undefined;
  return {
    watch: { for: "variables", writes },
    deadlineSeconds: 30,
    probe: { type: "read-variables", variables: writes.map(({ variable }) => variable) },
  } as const;
}
