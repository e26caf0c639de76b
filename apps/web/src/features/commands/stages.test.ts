import { describe, expect, it } from "vitest";
import { type CommandView, commandState, isSettled } from "./command-view";
import { stages } from "./stages";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 14, 1, second));

const command = (facts: Partial<CommandView> = {}): CommandView => ({
  id: "1",
  station: "CS-0412",
  command: { type: "reset", when: "now" },
  by: "Jana Vermeer",
  delivery: "sent",
  proof: "none",
  createdAt: at(0),
  ...facts,
});

const line = (facts: Partial<CommandView>) =>
  stages(command(facts)).map(({ is, word }) => (is === "left-out" ? "" : is === "now" ? `[${word}]` : word));

describe("a command's state", () => {
  it("is never success because the station said yes", () => {
    expect(commandState(command({ answer: "accepted", proof: "waiting" }))).toBe("proving");
  });

  it("is confirmed by late evidence, even when nobody knows whether it was delivered", () => {
    expect(commandState(command({ delivery: "in-doubt", proof: "confirmed" }))).toBe("confirmed");
  });

  it("ends with the answer where there is nothing to prove", () => {
    expect(commandState(command({ answer: "accepted", proof: "none" }))).toBe("answered");
    expect(isSettled("answered")).toBe(true);
  });

  it.each([
    ["rejected", "rejected"],
    ["unsupported", "unsupported"],
    ["error", "error"],
    ["none", "no-answer"],
  ] as const)("says plainly when the answer was %s", (answer, state) => {
    expect(commandState(command({ answer }))).toBe(state);
  });
});

describe("a command's life in six columns", () => {
  it("shows what was held, and what is still to come", () => {
    expect(line({ delivery: "held", heldUntil: at(5) })).toEqual([
      "[held]",
      "queued",
      "sent",
      "answered",
      "proving",
      "confirmed",
    ]);
  });

  it("leaves the first column empty for what is never held", () => {
    expect(line({ delivery: "queued" })).toEqual(["", "[queued]", "sent", "answered", "proving", "confirmed"]);
  });

  it("keeps a place for late proof after the deadline", () => {
    const facts = {
      sentAt: at(1),
      answeredAt: at(2),
      answer: "accepted",
      proof: "unproven",
      unprovenAt: at(40),
    } as const;
    expect(line(facts)).toEqual(["", "queued", "sent", "answered", "[unproven]", "confirmed"]);
  });

  it("keeps both times when the proof came late", () => {
    const facts = {
      sentAt: at(1),
      answeredAt: at(2),
      answer: "accepted",
      unprovenAt: at(40),
      confirmedAt: at(55),
    } as const;
    const life = stages(command({ ...facts, proof: "confirmed" }));
    expect(life.map(({ at: when }) => when)).toEqual([undefined, at(0), at(1), at(2), at(40), at(55)]);
  });

  it("ends where the station said no", () => {
    expect(line({ sentAt: at(1), answeredAt: at(2), answer: "rejected" })).toEqual([
      "",
      "queued",
      "sent",
      "[rejected]",
      "",
      "",
    ]);
  });

  it("shows that an expired command never left us", () => {
    expect(line({ delivery: "expired" })).toEqual(["", "[expired]", "", "", "", ""]);
  });
});
