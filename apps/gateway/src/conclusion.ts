import type { FrameAnswer } from "@chargehand/db/journal-entry";
import type { CommandType } from "@chargehand/domain/command";
import type { CommandProgress } from "@chargehand/domain/command-progress";
import type { ProofPlan } from "@chargehand/domain/proof";
import type { Report } from "@chargehand/domain/report";
import { dialects } from "@chargehand/ocpp/dialects";
import { encodeResultError } from "@chargehand/ocpp/frame";
import { usualQuirks } from "@chargehand/ocpp/quirks";
import { kindOf, RpcError } from "@chargehand/ocpp/rpc-error";
import { validateResponse } from "@chargehand/ocpp/validate";
import type { Version } from "@chargehand/ocpp/version";
import type { CallEnd } from "./websocket-link";

/** A command on its way. */
export interface Sent {
  id: number;
  commandType: CommandType;
  action: string;
  payload: object;
  messageId: string;
  text: string;
  plan?: ProofPlan;
  /** The row of the frame. */
  frame: number;
  at: Date;
}

/** What the end of a call means. */
export interface Conclusion {
  progress: CommandProgress;
  /** Facts that the answer itself holds. */
  reports: Report[];
  frame: FrameAnswer;
  /** The answer's payload as JSON text. */
  response?: string;
  /** 2.1: what a station is told whose answer cannot be used. */
  complaint?: string;
}

/** Reads the end of a call: an answer, an error, or the silence of a time-out. */
export function toConclusion(sent: Sent, end: Exclude<CallEnd, "closed">, version: Version): Conclusion {
  const { id, commandType, plan, at: sentAt } = sent;
  if (end === "timeout") {
    const at = new Date();
    const progress = { step: "unanswered", id, commandType, at, plan, sentAt } as const;
    return { progress, reports: [], frame: frameAnswer(sent, at, { verdict: "timeout", note: "no answer in time" }) };
  }

  const { frame, receivedAt: at, text: answer } = end;
  if (frame.kind === "error") {
    const kind = kindOf(frame.code);
    const detail = [frame.code, frame.description].filter(Boolean).join(": ").slice(0, 500);
    const unsupported = kind === "not-implemented" || kind === "not-supported";
    const progress = { step: "failed", id, commandType, at, detail, unsupported } as const;
    return {
      progress,
      reports: [],
      frame: frameAnswer(sent, at, { answer, verdict: frame.code.slice(0, 100), note: frame.note }),
    };
  }

  const verdict = validateResponse(version, sent.action, frame.payload, usualQuirks);
  if (!verdict.ok)
    return toComplaint(
      sent,
      end.receivedAt,
      answer,
      new RpcError(verdict.kind, `${verdict.path} ${verdict.message}`),
      version,
    );

  const effect = dialects[version].effect(sent.action);
  const progress = {
    step: "answered",
    id,
    commandType,
    at,
    plan,
    sentAt,
    answer: effect?.toAnswer(sent.payload, verdict.payload) ?? { answer: "accepted" },
  } as const;
  return {
    progress,
    reports: effect?.toReports?.(sent.payload, verdict.payload) ?? [],
    frame: frameAnswer(sent, at, { answer, verdict: "ok", note: verdict.notes.join("; ") || undefined }),
    response: JSON.stringify(frame.payload),
  };
}

function toComplaint(sent: Sent, at: Date, answer: string, error: RpcError, version: Version): Conclusion {
  const { id, commandType, messageId } = sent;
  const detail = `the station's answer cannot be used: ${error.message}`;
  return {
    progress: { step: "failed", id, commandType, at, detail, unsupported: false },
    reports: [],
    frame: frameAnswer(sent, at, { answer, verdict: "invalid", note: error.message }),
    complaint: version === "2.1" ? encodeResultError(messageId, error, version) : undefined,
  };
}

const frameAnswer = (
  { frame, at }: Sent,
  answeredAt: Date,
  rest: Pick<FrameAnswer, "answer" | "verdict" | "note">,
): FrameAnswer => ({ id: frame, receivedAt: at, answeredAt, ...rest });
