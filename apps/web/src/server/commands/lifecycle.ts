import type { Answer, Delivery, Proof } from "@chargehand/domain/command";
import type { ProofPlan, Watch } from "@chargehand/domain/proof";

/** Where a command stands, in one word: the three facts (delivery, answer, proof) read together. */
export const commandStates = [
  "held",
  "queued",
  "expired",
  "cancelled",
  "sent",
  "in-doubt",
  "no-answer",
  "rejected",
  "unsupported",
  "error",
  "accepted",
  "scheduled",
  "reboot-required",
  "proving",
  "confirmed",
  "unproven",
] as const;
export type CommandState = (typeof commandStates)[number];

/** The line of six that every command is drawn on. */
export const steps = ["held", "queued", "sent", "answered", "proving", "confirmed"] as const;
export type StepName = (typeof steps)[number];

export interface Step {
  step: StepName;
  /** `skipped`: this command never needs it. `ahead`: not yet, or never if it has come to rest before. */
  mark: "passed" | "now" | "ahead" | "skipped";
  at: Date | null;
}

export interface Lifecycle {
  state: CommandState;
  /** Nothing more will happen by itself; late evidence may still confirm an unproven one. */
  settled: boolean;
  steps: Step[];
  /** What would prove it. */
  watch: Watch | null;
  /** When the hold ends, the queue gives up or the proof is overdue, whichever is being waited for. */
  deadline: Date | null;
  /** When the proof was overdue, also for one that was proven later. */
  unprovenAt: Date | null;
  /** The station's words, for a person. */
  detail: string | null;
  /** What proved it, in words. */
  evidence: string | null;
}

/** A command's row, as far as its life goes. */
export interface CommandFacts {
  createdAt: Date;
  holdUntil: Date | null;
  expiresAt: Date;
  delivery: Delivery;
  sentAt: Date | null;
  answer: Answer | null;
  answeredAt: Date | null;
  proof: Proof;
  plan: ProofPlan | null;
  deadline: Date | null;
  unprovenAt: Date | null;
  confirmedAt: Date | null;
  detail: string | null;
  evidence: string | null;
}

/** A command's life as the console draws it. */
export function lifecycleOf(command: CommandFacts): Lifecycle {
  const state = stateOf(command);
  const { detail, evidence, unprovenAt, plan, proof } = command;
  return {
    state,
    settled: !["held", "queued", "sent"].includes(state) && proof !== "waiting",
    steps: stepsOf(command, state),
    watch: plan?.watch ?? null,
    deadline: deadlineOf(command, state),
    unprovenAt,
    detail,
    evidence,
  };
}

function stateOf({ delivery, answer, proof }: CommandFacts): CommandState {
  if (proof === "confirmed" || proof === "unproven") return proof;
  if (delivery === "held" || delivery === "queued" || delivery === "expired" || delivery === "cancelled")
    return delivery;
  if (answer === "none") return "no-answer";
  if (answer === null) return delivery;
  if (answer === "accepted" && proof === "waiting") return "proving";
  return answer;
}

function stepsOf(command: CommandFacts, state: CommandState): Step[] {
  const { createdAt, holdUntil, delivery, sentAt, answer, answeredAt, confirmedAt, proof, unprovenAt } = command;
  const wasHeld = holdUntil !== null;
  // Taken back while it was held: that is what holding is for.
  const undone = delivery === "cancelled" && wasHeld;
  const times: Record<StepName, Date | null> = {
    held: wasHeld ? createdAt : null,
    queued: !wasHeld ? createdAt : delivery === "held" || undone ? null : holdUntil,
    sent: sentAt,
    answered: answer === "none" ? null : answeredAt,
    proving: proof === "none" ? null : (unprovenAt ?? answeredAt ?? sentAt),
    confirmed: confirmedAt,
  };
  const now = undone ? "held" : places[state];
  const needed = (step: StepName) =>
    step === "held" ? wasHeld : step === "proving" || step === "confirmed" ? proof !== "none" || answer === null : true;

  return steps.map((step, index) => ({
    step,
    at: times[step],
    mark: step === now ? "now" : !needed(step) ? "skipped" : index < steps.indexOf(now) ? "passed" : "ahead",
  }));
}

/** The step on which each state stands. */
const places = {
  held: "held",
  queued: "queued",
  expired: "queued",
  cancelled: "queued",
  sent: "sent",
  "in-doubt": "sent",
  "no-answer": "answered",
  rejected: "answered",
  unsupported: "answered",
  error: "answered",
  accepted: "answered",
  scheduled: "answered",
  "reboot-required": "answered",
  proving: "proving",
  unproven: "proving",
  confirmed: "confirmed",
} as const satisfies Record<CommandState, StepName>;

function deadlineOf({ holdUntil, expiresAt, proof, deadline }: CommandFacts, state: CommandState): Date | null {
  if (state === "held") return holdUntil;
  if (state === "queued") return expiresAt;
  return proof === "waiting" ? deadline : null;
}
