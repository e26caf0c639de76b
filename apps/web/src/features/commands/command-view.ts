import type { Answer, Command, CommandType, Delivery, Proof } from "@chargehand/domain/command";

/** A command with its three separate facts (delivery, answer, proof) and when each became true. */
export interface CommandView {
  id: string;
  station: string;
  command: Command;
  /** Our number of the session it is about; the command itself names it as the station does. */
  sessionId?: number;
  /** What the station's people call the connector it is about: "3". */
  place?: string;
  by: string;
  delivery: Delivery;
  answer?: Answer;
  /** The station's own words about its answer. */
  answerDetail?: string;
  proof: Proof;
  createdAt: Date;
  /** Until when it can be undone; only for commands that interrupt drivers. */
  heldUntil?: Date;
  /** It is not sent any more after this. */
  expiresAt?: Date;
  /** What the station must answer first. */
  behind?: { type: CommandType };
  sentAt?: Date;
  answeredAt?: Date;
  /** Until when the proof is expected. */
  deadline?: Date;
  /** Whose time-out that is: the station's own, what is usual for its model, or what we assume. */
  deadlineFrom?: "station" | "model" | "us";
  /** How long stations of its model usually take, where that is known. */
  usualSeconds?: number;
  unprovenAt?: Date;
  confirmedAt?: Date;
  /** What proved it: the words, and the frame to see. */
  evidence?: { text?: string; frameId?: string };
}

/** The one state an operator is told. */
export const commandStates = [
  "held",
  "queued",
  "sent",
  "answered",
  "proving",
  "scheduled",
  "confirmed",
  "unproven",
  "in-doubt",
  "rejected",
  "unsupported",
  "error",
  "no-answer",
  "expired",
  "cancelled",
] as const;
export type CommandState = (typeof commandStates)[number];

/** One state out of the three facts: proof says more than the answer, the answer more than delivery. */
export function commandState({
  delivery,
  answer,
  proof,
}: Pick<CommandView, "delivery" | "answer" | "proof">): CommandState {
  if (proof === "confirmed" || proof === "unproven") return proof;
  if (delivery !== "sent") return delivery;
  if (answer === undefined) return "sent";
  if (answer in failures) return failures[answer as keyof typeof failures]; // `in` does not narrow a union of words
  if (proof === "waiting") return answer === "scheduled" ? "scheduled" : "proving";
  return "answered";
}

const failures = {
  rejected: "rejected",
  unsupported: "unsupported",
  error: "error",
  none: "no-answer",
} as const satisfies Partial<Record<Answer, CommandState>>;

/** Nothing more happens by itself; late evidence may still confirm an unproven one. */
export const isSettled = (state: CommandState) => !["held", "queued", "sent", "proving", "scheduled"].includes(state);

/** A person has to look: it went out, and what became of it is not known. */
export const wantsPerson = (state: CommandState) =>
  state === "unproven" || state === "in-doubt" || state === "no-answer";

/** It is over, and what was wanted did not happen, as far as anybody knows. */
export const isInVain = (state: CommandState) =>
  isSettled(state) && !["confirmed", "answered", "cancelled"].includes(state);
