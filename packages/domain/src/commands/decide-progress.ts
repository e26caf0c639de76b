import type { CommandSettlement } from "../change";
import type { Answer, Delivery, Proof } from "../command";
import type { CommandProgress } from "../command-progress";
import type { Decision } from "../decision";
import { nothing } from "../decision";
import type { ProofPlan, Watch } from "../proof";
import type { ProvingCommand, StationState } from "../station-state";
import { alreadySo } from "./already-so";
import { commandEvent } from "./command-event";
import { probeFor } from "./prove";
import { withInService } from "./restarted";

/** A promise for later is given a day: a session in the way may take that long. */
const scheduledSeconds = 86_400;

/** A step in a command's life. Three facts are kept apart: whether it was delivered, what was answered, what is proven. */
export function decideProgress(state: StationState, progress: CommandProgress): Decision {
  switch (progress.step) {
    case "sent":
      return sent(state, progress);
    case "answered":
      return answered(state, progress);
    case "unanswered":
      return awaitProof(state, progress, { delivery: "sent", answer: "none" });
    case "in-doubt":
      return awaitProof(state, progress, { delivery: "in-doubt" });
    case "failed":
      return step(without(state, progress.id), progress, {
        delivery: "sent",
        answer: progress.unsupported ? "unsupported" : "error",
        detail: progress.detail,
      });
    case "expired":
      return step(state, progress, { delivery: "expired" });
    case "deadline-passed":
      return deadlinePassed(state, progress);
  }
}

type Step<S extends CommandProgress["step"]> = Extract<CommandProgress, { step: S }>;

function sent(state: StationState, { plan, id, commandType, at }: Step<"sent">): Decision {
  const decision = step(state, { id, commandType, at }, { delivery: "sent" });
  if (!plan || plan.watch.for === "answer") return decision;
  const told = { ...plan, watch: withBefore(plan.watch, state) };
  const watching = { id, type: commandType, plan: told, sentAt: at, proof: "waiting", answered: false } as const;
  return { ...decision, state: { ...state, proving: [...without(state, id).proving, watching] } };
}

function answered(state: StationState, progress: Step<"answered">): Decision {
  const { answer, detail } = progress.answer;
  const { plan } = progress;
  const overtaken = isOvertaken(state, progress.id);
  if (!plan || overtaken || (answer !== "accepted" && answer !== "scheduled")) {
    return step(without(state, progress.id), progress, {
      delivery: "sent",
      answer,
      detail,
      ...(overtaken && { proof: "confirmed" }),
    });
  }
  const { complete = plan.watch.for === "answer" } = progress.answer;
  if (answer === "accepted" && (complete || alreadySo(state, plan.watch))) {
    const evidence = complete ? "the answer says so" : "already so when it was answered";
    return step(without(state, progress.id), progress, {
      delivery: "sent",
      answer,
      detail,
      proof: "confirmed",
      evidence,
    });
  }
  return awaitProof(state, { ...progress, plan }, { delivery: "sent", answer, detail });
}

/** Waits for the proof, where there is a plan for one; also after a silence, because the station may have heard. */
function awaitProof(
  state: StationState,
  { plan: handed, sentAt, id, commandType, at }: Identified & { plan?: ProofPlan; sentAt: Date },
  facts: StepFacts,
): Decision {
  // What was put down when it was sent is how it was before.
  const plan = handed && (state.proving.find((other) => other.id === id)?.plan ?? handed);
  if (!plan || plan.watch.for === "answer") return step(without(state, id), { id, commandType, at }, facts);
  if (isOvertaken(state, id))
    return step(without(state, id), { id, commandType, at }, { ...facts, proof: "confirmed" });
  const seconds = facts.answer === "scheduled" ? scheduledSeconds : plan.deadlineSeconds;
  const deadline = new Date(beginning(plan, at) + seconds * 1000);
  const decision = step(state, { id, commandType, at }, { ...facts, proof: "waiting", plan, deadline });
  return {
    ...decision,
    state: {
      ...state,
      proving: [
        ...state.proving.filter((other) => other.id !== id && isRecent(other, at)),
        { id, type: commandType, plan, sentAt, proof: "waiting", answered: true },
      ],
    },
    changes: {
      ...decision.changes,
      ...(plan.probe && facts.answer === "accepted" && { followUps: [probeFor(plan.probe, id)] }),
    },
  };
}

/** With what a later report is to be compared to. */
function withBefore(watch: Watch, state: StationState): Watch {
  const { firmwareVersion: before } = state;
  if (watch.for === "restarted") return withInService(watch, state);
  return watch.for === "progress" && watch.of === "firmware" && before !== undefined ? { ...watch, before } : watch;
}

/** The evidence came before the answer did. */
const isOvertaken = (state: StationState, id: number) =>
  state.proving.some((other) => other.id === id && other.proof === "confirmed");

const without = (state: StationState, id: number): StationState => ({
  ...state,
  proving: state.proving.filter((other) => other.id !== id),
});

/** Late evidence still confirms, but not after days; new firmware may be there long before somebody boots a station with it. */
const isRecent = ({ plan, sentAt }: ProvingCommand, now: Date) =>
  now.getTime() - beginning(plan, sentAt) < (isFirmware(plan) ? 30 : 2) * scheduledSeconds * 1000;

const isFirmware = ({ watch }: ProofPlan) => watch.for === "progress" && watch.of === "firmware";

/** When a station may begin. A date that does not exist (30 February) is none. */
const beginning = ({ from = "" }: ProofPlan, told: Date) => Math.max(told.getTime(), Date.parse(from) || 0);

function deadlinePassed(state: StationState, progress: CommandProgress): Decision {
  const waiting = state.proving.find(({ id, proof }) => id === progress.id && proof === "waiting");
  if (!waiting) return nothing(state, { type: "acknowledged" });
  const decision = step(state, progress, { proof: "unproven" });
  const unproven = { ...waiting, proof: "unproven" } as const;
  return {
    ...decision,
    state: { ...state, proving: state.proving.map((other) => (other === waiting ? unproven : other)) },
  };
}

type Identified = Pick<CommandProgress, "id" | "commandType" | "at">;

type StepFacts = Omit<CommandSettlement, "id" | "at"> & { delivery?: Delivery; answer?: Answer; proof?: Proof };

function step(state: StationState, { id, commandType, at }: Identified, facts: StepFacts): Decision {
  const { delivery, answer, proof, detail, evidence } = facts;
  return {
    ...nothing(state, { type: "acknowledged" }),
    changes: { commands: [{ id, at, ...facts }] },
    events: [commandEvent({ id, type: commandType, at, delivery, answer, proof, detail: detail ?? evidence })],
  };
}
