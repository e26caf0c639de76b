import type { Answer, CommandAnswer } from "@chargehand/domain/command";
import type { Effect } from "./dialect";

/** The words with which stations answer, in any version. Every other word is a refusal. */
const answers: ReadonlyMap<string, Answer> = new Map([
  ["Accepted", "accepted"],
  ["Unlocked", "accepted"],
  ["Scheduled", "scheduled"],
  ["RebootRequired", "reboot-required"],
  ["NotSupported", "unsupported"],
  ["NotImplemented", "unsupported"],
]);

/** A station's answer by the one word that says it; the word itself is kept where ours says less. */
export function answerFrom(status: string, reason?: string): CommandAnswer {
  const answer = answers.get(status) ?? "rejected";
  const word = status === "Accepted" || status === "Rejected" ? undefined : status;
  const detail = [word, reason].filter(Boolean).join(": ");
  return detail ? { answer, detail } : { answer };
}

/** What any other action of ours means once it is answered: all there is to know is in its status, if it has one. */
export const generalEffect: Effect<unknown, unknown> = {
  toAnswer: (_request, response) => answerFrom(textAt(response, "status") ?? "Accepted", reasonIn(response)),
};

function reasonIn(response: unknown): string | undefined {
  const info = fieldAt(response, "statusInfo");
  return textAt(info, "additionalInfo") ?? textAt(info, "reasonCode");
}

function textAt(value: unknown, field: string): string | undefined {
  const text = fieldAt(value, field);
  return typeof text === "string" ? text : undefined;
}

function fieldAt(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined;
}
