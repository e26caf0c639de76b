import type { Answer, Delivery, Proof } from "../command";

/** How far a station's list is on its way; `unable`: the station has none. */
export const listStates = ["idle", "due", "reading", "sending", "failed", "unable"] as const;
export type ListState = (typeof listStates)[number];

/** What is known of a list under way. */
export interface ListSending {
  state: ListState;
  /** How many updates the station has taken, and how many there are; none when the plan was lost with its process. */
  step: number;
  steps?: number;
  /** How often a whole list had to mend it. */
  repairs: number;
}

/** What became of the command that is awaited. */
export interface ListCommand {
  delivery: Delivery;
  answer?: Answer;
  proof: Proof;
  detail?: string;
}

export type ListStep =
  | { do: "wait" }
  /** Ask what the station holds; `mend`: whatever it says, only a whole list is trusted now. */
  | { do: "read"; mend: boolean }
  | { do: "plan" }
  | { do: "send"; step: number }
  | { do: "done" }
  /** `unable`: the station has no list, so that trying again is of no use. */
  | { do: "fail"; unable?: true; why: string };

/** What to do next about a station's list. Nothing counts until the station has said that it holds it. */
export function nextListStep(sending: ListSending, command: ListCommand | undefined): ListStep {
  const { state, step, steps } = sending;
  if (state === "due") return { do: "read", mend: false };
  if (state !== "reading" && state !== "sending") return { do: "wait" };
  if (!command) return { do: "read", mend: true };
  const { delivery, answer, proof, detail = "" } = command;
  if (delivery === "held" || delivery === "queued") return { do: "wait" };
  if (delivery === "cancelled") return { do: "fail", why: "it was taken back" };
  if (answer === "unsupported") return { do: "fail", unable: true, why: detail || "the station has no local list" };
  // Whether the station heard it, nobody knows: it is asked what it holds, and the plan is made anew.
  if (delivery === "in-doubt" || delivery === "expired" || answer === "none") return { do: "read", mend: false };
  if (answer === undefined) return { do: "wait" };
  if (state === "reading") return answer === "accepted" ? { do: "plan" } : { do: "fail", why: detail || answer };
  if (answer !== "accepted") return mended(sending, detail || answer);
  if (proof === "waiting") return { do: "wait" };
  if (proof === "unproven") return mended(sending, "the station holds another version");
  if (steps === undefined) return { do: "read", mend: true };
  return step + 1 < steps ? { do: "send", step: step + 1 } : { do: "done" };
}

/** One whole list mends what a difference could not do; what that cannot do either needs a person. */
const mended = ({ repairs }: ListSending, why: string): ListStep =>
  repairs === 0 ? { do: "read", mend: true } : { do: "fail", why };
