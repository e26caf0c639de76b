import { describe, expect, it } from "vitest";
import type { TargetState } from "./campaign";
import { nextSteps, type Progress, type Stage } from "./next-steps";

const now = new Date("2026-11-23T02:00:00Z");
const none: Record<TargetState, number> = {
  ...{ waiting: 0, working: 0, watching: 0, left: 0 },
  ...{ succeeded: 0, skipped: 0, failed: 0, unproven: 0 },
};

const stage = (
  number: number,
  status: Stage["status"],
  counts: Partial<Record<TargetState, number>>,
  rule: Partial<Stage> = {},
): Stage => ({
  number,
  status,
  counts: { ...none, ...counts },
  failureShare: 0.1,
  successShare: 0.8,
  soakSeconds: 0,
  approval: false,
  ...rule,
});
const steps = (...stages: Stage[]) => nextSteps({ status: "running", stages }, now);

describe("a campaign", () => {
  it("starts its first stage", () => {
    expect(steps(stage(1, "waiting", { waiting: 5 }), stage(2, "waiting", { waiting: 50 }))).toEqual([
      { do: "start-stage", stage: 1 },
    ]);
  });

  it("waits below the share of successes", () => {
    expect(steps(stage(1, "running", { succeeded: 7, working: 3 }), stage(2, "waiting", { waiting: 9 }))).toEqual([]);
  });

  it("starts the next stage at the share of successes, while stragglers finish", () => {
    expect(steps(stage(1, "running", { succeeded: 8, working: 2 }), stage(2, "waiting", { waiting: 9 }))).toEqual([
      { do: "close-stage", stage: 1 },
      { do: "start-stage", stage: 2 },
    ]);
  });

  it("counts what was skipped as a success", () => {
    expect(steps(stage(1, "running", { succeeded: 1, skipped: 7, waiting: 2 }))).toEqual([
      { do: "close-stage", stage: 1 },
    ]);
  });

  it("pauses on failures even when there are enough successes", () => {
    expect(steps(stage(1, "running", { succeeded: 8, failed: 2 }), stage(2, "waiting", { waiting: 9 }))).toEqual([
      { do: "fail-stage", stage: 1 },
      { do: "pause", because: { stage: 1, failed: 2, unproven: 0, total: 10 } },
    ]);
  });

  it("pauses on those that stay unproven as on failures", () => {
    expect(steps(stage(1, "running", { succeeded: 8, failed: 1, unproven: 1 }))).toContainEqual({
      do: "pause",
      because: { stage: 1, failed: 1, unproven: 1, total: 10 },
    });
  });

  it("goes on to the next stage only when those that are watched have stood the test", () => {
    expect(steps(stage(1, "running", { succeeded: 2, watching: 8 }), stage(2, "waiting", { waiting: 9 }))).toEqual([]);
    expect(steps(stage(1, "succeeded", { succeeded: 9, watching: 1 }))).toEqual([]);
  });

  it("pauses on stragglers of an earlier stage that fail", () => {
    expect(
      steps(stage(1, "succeeded", { succeeded: 8, failed: 2 }), stage(2, "running", { waiting: 9 })),
    ).toContainEqual({ do: "fail-stage", stage: 1 });
  });

  it("soaks before it goes on, and goes on only when the time is over", () => {
    const rule = { soakSeconds: 600 };
    const next = stage(2, "waiting", { waiting: 9 });
    expect(steps(stage(1, "running", { succeeded: 10 }, rule), next)).toEqual([{ do: "soak-stage", stage: 1 }]);
    const since = (seconds: number) => ({ ...rule, metAt: new Date(now.getTime() - seconds * 1000) });
    expect(steps(stage(1, "running", { succeeded: 10 }, since(599)), next)).toEqual([]);
    expect(steps(stage(1, "running", { succeeded: 10 }, since(600)), next)).toEqual([
      { do: "close-stage", stage: 1 },
      { do: "start-stage", stage: 2 },
    ]);
  });

  it("still pauses when failures show while it soaks", () => {
    const soaking = stage(1, "running", { succeeded: 8, failed: 2 }, { soakSeconds: 600, metAt: now });
    expect(steps(soaking)).toContainEqual({ do: "pause", because: { stage: 1, failed: 2, unproven: 0, total: 10 } });
  });

  it("asks the operator before the next stage when told to", () => {
    const second = stage(2, "waiting", { waiting: 9 }, { approval: true });
    expect(steps(stage(1, "running", { succeeded: 10 }), second)).toEqual([
      { do: "close-stage", stage: 1 },
      { do: "hold-stage", stage: 2 },
    ]);
    expect(steps(stage(1, "succeeded", { succeeded: 10 }), { ...second, status: "held" })).toEqual([]);
  });

  it("does not stall on an empty stage", () => {
    expect(steps(stage(1, "running", {}), stage(2, "waiting", { waiting: 1 }))).toEqual([
      { do: "close-stage", stage: 1 },
      { do: "start-stage", stage: 2 },
    ]);
  });

  it("does not finish while stragglers are under way or wait for their return", () => {
    expect(steps(stage(1, "succeeded", { succeeded: 8, working: 1 }))).toEqual([]);
    expect(steps(stage(1, "succeeded", { succeeded: 8, waiting: 1 }))).toEqual([]);
  });

  it("finishes when every stage has settled", () => {
    expect(steps(stage(1, "succeeded", { succeeded: 9, failed: 1 }), stage(2, "succeeded", { left: 3 }))).toEqual([
      { do: "finish" },
    ]);
  });

  it("goes on past a failed stage once the operator resumes", () => {
    expect(steps(stage(1, "failed", { failed: 5 }), stage(2, "waiting", { waiting: 9 }))).toEqual([
      { do: "start-stage", stage: 2 },
    ]);
  });

  it.each(["draft", "paused", "stopping", "stopped", "finished"] as const)("does nothing while %s", (status) => {
    const progress: Progress = { status, stages: [stage(1, "running", { failed: 5 })] };
    expect(nextSteps(progress, now)).toEqual([]);
  });
});
