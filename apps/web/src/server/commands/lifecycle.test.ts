import { describe, expect, it } from "vitest";
import { type CommandFacts, lifecycleOf } from "./lifecycle";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 12, 0, second));

const command = (facts: Partial<CommandFacts> = {}): CommandFacts => ({
  createdAt: at(0),
  holdUntil: null,
  expiresAt: at(59),
  delivery: "queued",
  sentAt: null,
  answer: null,
  answeredAt: null,
  proof: "none",
  plan: null,
  deadline: null,
  unprovenAt: null,
  confirmedAt: null,
  detail: null,
  evidence: null,
  ...facts,
});

const sent = { delivery: "sent", sentAt: at(6) } as const;
const accepted = { ...sent, answer: "accepted", answeredAt: at(7) } as const;
const waiting = {
  ...accepted,
  proof: "waiting",
  deadline: at(50),
  plan: { watch: { for: "boot" }, deadlineSeconds: 43 },
} as const;

const drawn = (facts: Partial<CommandFacts>) => lifecycleOf(command(facts)).steps.map(({ mark }) => mark);

describe("a command's life", () => {
  it("begins held when it can be undone, and says until when", () => {
    const life = lifecycleOf(command({ delivery: "held", holdUntil: at(5) }));
    expect(life).toMatchObject({ state: "held", settled: false, deadline: at(5) });
    expect(life.steps[0]).toEqual({ step: "held", mark: "now", at: at(0) });
    expect(life.steps[1]).toEqual({ step: "queued", mark: "ahead", at: null });
  });

  it("goes straight to the queue otherwise, with the time at which the queue gives up", () => {
    const life = lifecycleOf(command());
    expect(life).toMatchObject({ state: "queued", settled: false, deadline: at(59) });
    expect(life.steps.map(({ mark }) => mark)).toEqual(["skipped", "now", "ahead", "ahead", "ahead", "ahead"]);
  });

  it("is never a success for being accepted while its proof is waited for", () => {
    const life = lifecycleOf(command(waiting));
    expect(life).toMatchObject({ state: "proving", settled: false, deadline: at(50), watch: { for: "boot" } });
    expect(life.steps.map(({ mark }) => mark)).toEqual(["skipped", "passed", "passed", "passed", "now", "ahead"]);
  });

  it("ends with the answer when there is nothing to prove", () => {
    expect(lifecycleOf(command(accepted))).toMatchObject({ state: "accepted", settled: true, deadline: null });
    expect(drawn(accepted)).toEqual(["skipped", "passed", "passed", "now", "skipped", "skipped"]);
  });

  it.each(["rejected", "unsupported", "error"] as const)(
    "ends when the station answers %s, with the station's words",
    (answer) => {
      const life = lifecycleOf(command({ ...accepted, answer, detail: "UnknownKey" }));
      expect(life).toMatchObject({ state: answer, settled: true, detail: "UnknownKey" });
    },
  );

  it("stays open when the answer says that it will happen later", () => {
    expect(lifecycleOf(command({ ...waiting, answer: "scheduled" }))).toMatchObject({
      state: "scheduled",
      settled: false,
    });
    expect(lifecycleOf(command({ ...waiting, answer: "reboot-required" })).state).toBe("reboot-required");
  });

  it("is in doubt when the line broke after it left, and without an answer when none came in time", () => {
    expect(lifecycleOf(command({ ...sent, delivery: "in-doubt" })).state).toBe("in-doubt");
    const silent = lifecycleOf(command({ ...sent, answer: "none", answeredAt: at(36) }));
    expect(silent.state).toBe("no-answer");
    expect(silent.steps[3]).toEqual({ step: "answered", mark: "now", at: null });
  });

  it("rests unproven after the deadline, and shows both times when evidence comes late", () => {
    const unproven = { ...waiting, proof: "unproven", unprovenAt: at(50) } as const;
    expect(lifecycleOf(command(unproven))).toMatchObject({ state: "unproven", settled: true, deadline: null });

    const late = lifecycleOf(
      command({ ...unproven, proof: "confirmed", confirmedAt: at(53), evidence: "booted at 12:00:53" }),
    );
    expect(late).toMatchObject({
      state: "confirmed",
      settled: true,
      unprovenAt: at(50),
      evidence: "booted at 12:00:53",
    });
    expect(late.steps.at(-1)).toEqual({ step: "confirmed", mark: "now", at: at(53) });
  });

  it("stops where it was when it was taken back or grew too old", () => {
    expect(lifecycleOf(command({ delivery: "cancelled", holdUntil: at(5) }))).toMatchObject({
      state: "cancelled",
      settled: true,
    });
    expect(drawn({ delivery: "cancelled", holdUntil: at(5) })[0]).toBe("now");
    expect(lifecycleOf(command({ delivery: "expired" }))).toMatchObject({ state: "expired", settled: true });
    expect(drawn({ delivery: "expired" })).toEqual(["skipped", "now", "ahead", "ahead", "ahead", "ahead"]);
  });
});
