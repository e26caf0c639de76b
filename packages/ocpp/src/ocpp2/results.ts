import type { Answer, CommandAnswer } from "@chargehand/domain/command";
import { answerFrom, type StatusInfo } from "../effects";

/** One of many results of a call, by the name of what it is about. */
export interface Result {
  name: string;
  status: string;
  statusInfo?: StatusInfo;
}

/**
 * One answer for many results: the worst of them, with the names of those it concerns. Where some of what was asked is
 * worth having without the rest (reading), `partly` says so.
 */
export function worstOf(results: readonly Result[], partly: Answer): CommandAnswer {
  const answered = results.map(({ name, status, statusInfo }) => ({ name, ...answerFrom(status, statusInfo) }));
  const refused = answered.filter(({ answer }) => answer !== "accepted" && answer !== "reboot-required");
  const concerned = refused.length > 0 ? refused : answered.filter(({ answer }) => answer === "reboot-required");
  const [first] = concerned;
  if (!first) return { answer: "accepted" };
  const answer = refused.length > 0 && refused.length < results.length ? partly : first.answer;
  return { answer, detail: concerned.map(({ name, detail = "Rejected" }) => `${name}: ${detail}`).join("; ") };
}
