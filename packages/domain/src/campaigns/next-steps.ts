import type { CampaignStatus, StageRule, StageStatus, TargetState } from "./campaign";

/** A stage as it stands. */
export interface Stage extends StageRule {
  number: number;
  status: StageStatus;
  counts: Readonly<Record<TargetState, number>>;
  /** Since when enough of it has succeeded. */
  metAt?: Date;
}

export interface Progress {
  status: CampaignStatus;
  /** In order. */
  stages: readonly Stage[];
}

/** What the engine has to do next. */
export type Step =
  | { do: "start-stage"; stage: number }
  /** A person is asked first. */
  | { do: "hold-stage"; stage: number }
  /** Enough of it has succeeded: it soaks from now on. */
  | { do: "soak-stage"; stage: number }
  | { do: "close-stage"; stage: number }
  | { do: "fail-stage"; stage: number }
  | { do: "pause"; because: Because }
  | { do: "finish" };

/** Why a campaign paused by itself. */
export type Because = { stage: number; failed: number; unproven: number; total: number };

/**
 * What to do next, given only what is known now. Called on every tick; calling it twice is harmless. The order of the
 * steps is the order in which to take them. A campaign that a person resumes goes on after the stage that failed.
 */
export function nextSteps({ status, stages }: Progress, now: Date): Step[] {
  if (status !== "running") return [];

  // Failures are judged before successes, so a stage that meets both shares stops the campaign; stragglers count too.
  const failing = stages.find((stage) => isBegun(stage) && stage.status !== "failed" && isFailing(stage));
  if (failing) {
    const { failed, unproven } = failing.counts;
    const because = { stage: failing.number, failed, unproven, total: totalOf(failing) };
    return [
      { do: "fail-stage", stage: failing.number },
      { do: "pause", because },
    ];
  }

  const running = stages.find((stage) => stage.status === "running");
  if (running) {
    if (!isSucceeding(running)) return [];
    if (!running.metAt && running.soakSeconds > 0) return [{ do: "soak-stage", stage: running.number }];
    if (running.metAt && now.getTime() < running.metAt.getTime() + running.soakSeconds * 1000) return [];
    return [{ do: "close-stage", stage: running.number }, ...goOn(stages)];
  }
  return goOn(stages);
}

/** Begins what comes after the stages that were closed, or ends. */
function goOn(stages: readonly Stage[]): Step[] {
  if (stages.some(({ status }) => status === "held")) return [];
  const next = stages.find(({ status }) => status === "waiting");
  if (next) return [{ do: next.approval ? "hold-stage" : "start-stage", stage: next.number }];
  return stages.every(isSettled) ? [{ do: "finish" }] : [];
}

const isBegun = ({ status }: Stage) => status !== "waiting" && status !== "held";

const totalOf = ({ counts }: Stage) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Nothing of it goes on or waits any more. */
const isSettled = ({ counts }: Stage) => counts.waiting + counts.working + counts.watching === 0;

/** Who stays silent counts like who fails: a station that never comes back says nothing. */
const isFailing = (stage: Stage) =>
  totalOf(stage) > 0 && (stage.counts.failed + stage.counts.unproven) / totalOf(stage) > stage.failureShare;

/** An empty stage succeeds: stations may leave the fleet while a campaign runs. */
const isSucceeding = (stage: Stage) =>
  isSettled(stage) || (stage.counts.succeeded + stage.counts.skipped) / totalOf(stage) >= stage.successShare;
