import type { CommandAnswer, CommandType } from "./command";
import type { ProofPlan } from "./proof";

/** What happened to a command on its way, told to the domain by the gateway. */
export type CommandProgress = {
  id: number;
  commandType: CommandType;
  at: Date;
} /** On its way. The evidence may overtake the answer, so the plan counts from now. */ & (
  | { step: "sent"; plan?: ProofPlan }
  /** The station answered; `plan` says what would prove an accepted one. */
  | { step: "answered"; answer: CommandAnswer; plan?: ProofPlan; sentAt: Date }
  /** The call's time-out passed. The plan still counts: the station may have heard. */
  | { step: "unanswered"; plan?: ProofPlan; sentAt: Date }
  /** The station's own CALLERROR, or a call that its version cannot carry. */
  | { step: "failed"; detail: string; unsupported: boolean }
  /** The link went while we waited for the answer. */
  | { step: "in-doubt"; plan?: ProofPlan; sentAt: Date }
  | { step: "expired" }
  | { step: "deadline-passed" }
);
