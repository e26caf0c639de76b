import type { Answer, CommandType, Delivery, Proof } from "../command";
import type { TargetState } from "./campaign";

/** How the command stands that a campaign gave to a station. */
export interface Fate {
  command?: CommandType;
  delivery: Delivery;
  answer?: Answer;
  proof: Proof;
  detail?: string;
  evidence?: string;
  /** The firmware with which it has booted since, where that is not the one that it was to. */
  booted?: string;
}

/** What has become of a station: a state to take, or only where it stands. */
export interface Verdict {
  state: Exclude<TargetState, "skipped">;
  /** For a person. */
  reason?: string;
  /** The command did what it was for, and another one may follow: it waits for its next turn. */
  more?: true;
}

/** What the fate of a command means for the station that was given it: only proof is success, where there can be proof. */
export function verdictOf({ delivery, answer, proof, detail, evidence }: Fate): Verdict {
  if (proof === "confirmed") return { state: "succeeded", reason: evidence };
  if (proof === "unproven") {
    return evidence
      ? { state: "failed", reason: evidence }
      : { state: "unproven", reason: "nothing proved it in time" };
  }
  // It went offline before it could be told: it has its turn when it comes back.
  if (delivery === "expired") return { state: "waiting", reason: "it was offline" };
  if (delivery === "cancelled") return { state: "left", reason: "taken back before it was sent" };
  if (proof === "waiting" || answer === undefined) return { state: "working", reason: whereItStands(delivery, answer) };
  if (answer === "accepted") return { state: "succeeded" };
  return { state: "failed", reason: detail ? `${answer}: ${detail}` : answer };
}

function whereItStands(delivery: Delivery, answer: Answer | undefined): string {
  if (answer === "scheduled") return "it does so later";
  if (answer !== undefined) return "waiting for the proof";
  return delivery === "sent" ? "waiting for its answer" : delivery;
}
