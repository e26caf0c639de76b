import { describe, expect, it } from "vitest";
import type { CommandView } from "./command-view";
import { stillMatters } from "./still-matters";

const start = Date.UTC(2026, 10, 23, 12);
const at = (seconds: number) => new Date(start + seconds * 1000);
const command = (facts: Partial<CommandView>): CommandView => ({
  id: "1",
  station: "CS-1",
  command: { type: "reset", when: "now" },
  by: "Ada",
  delivery: "sent",
  proof: "none",
  createdAt: at(0),
  sentAt: at(1),
  ...facts,
});
const matters = (facts: Partial<CommandView>, seconds: number) => stillMatters(command(facts), at(seconds).getTime());

describe("a command on its button", () => {
  it("stays while it is under way, however long that takes", () => {
    expect(matters({ answer: "accepted", answeredAt: at(2), proof: "waiting" }, 3_600)).toBe(true);
  });

  it("gives the button back soon after it was confirmed", () => {
    const confirmed = { answer: "accepted", answeredAt: at(2), proof: "confirmed", confirmedAt: at(50) } as const;
    expect(matters(confirmed, 60)).toBe(true);
    expect(matters(confirmed, 71)).toBe(false);
  });

  it("stays longer when a person has to look", () => {
    const unproven = { answer: "accepted", answeredAt: at(2), proof: "unproven", unprovenAt: at(60) } as const;
    expect(matters(unproven, 400)).toBe(true);
    expect(matters(unproven, 3_600)).toBe(false);
  });

  it("counts one that was never sent from when it expired", () => {
    expect(matters({ delivery: "expired", sentAt: undefined, expiresAt: at(600) }, 660)).toBe(true);
  });
});
