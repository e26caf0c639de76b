import type { Command } from "@chargehand/domain/command";
import { describe, expect, it } from "vitest";
import type { CommandView } from "../commands/command-view";
import { commandsOf, givenFor, isStuck, nextRung } from "./rungs";

const place = { evse: 2, connector: 1 };
const all = commandsOf({ session: "7", place, softReset: true, resetOfOneEvse: false });

let second = 0;
const given = (command: Command, facts: Partial<CommandView> = {}) => ({
  ...({ id: String(second), station: "CS-1", command, by: "Ada", delivery: "sent", proof: "unproven" } as const),
  createdAt: new Date(Date.UTC(2026, 10, 23, 14, 0, second++)),
  ...(command.type === "stop" && { sessionId: 7 }),
  ...facts,
});
const stop: Command = { type: "stop", session: "their-name" };
const newestFirst = (...commands: ReturnType<typeof given>[]) => commands.toReversed();

describe("the ladder of a session that does not end", () => {
  it("is offered once a stop came to nothing, and not while it may still work", () => {
    expect(isStuck({})).toBe(false);
    expect(isStuck({ stop: given(stop, { proof: "waiting", answer: "accepted" }) })).toBe(false);
    expect(isStuck({ stop: given(stop, { delivery: "cancelled", proof: "none" }) })).toBe(false);
    expect(isStuck({ stop: given(stop) })).toBe(true);
    expect(isStuck({ stop: given(stop, { proof: "none", answer: "rejected" }) })).toBe(true);
  });

  it("goes on with the mildest step that was not tried in vain, and ends in our books", () => {
    const unlock = given({ type: "unlock", ...place });
    const soft = given({ type: "reset", when: "soft" });
    const hard = given({ type: "reset", when: "now" });
    const steps = [given(stop), unlock, soft, hard];
    const next = (count: number) =>
      nextRung(givenFor(newestFirst(...steps.slice(0, count)), { session: 7, place }), all);
    steps[0] = { ...given(stop), createdAt: new Date(0) };
    expect([1, 2, 3, 4].map(next)).toEqual(["unlock", "soft", "hard", undefined]);
  });

  it("counts only what was done since, and to this connector", () => {
    const before = given({ type: "reset", when: "now" });
    const elsewhere = () => given({ type: "unlock", evse: 1, connector: 1 });
    const found = givenFor(newestFirst(before, given(stop), elsewhere()), { session: 7, place });
    expect(Object.entries(found).filter(([, command]) => command)).toMatchObject([["stop", {}]]);
  });

  it("has no soft step where a station knows neither a soft reset nor one of a single evse", () => {
    const commands = commandsOf({ session: "7", place, softReset: false, resetOfOneEvse: false });
    expect(commands.soft).toBeUndefined();
    expect(nextRung({ stop: given(stop), unlock: given({ type: "unlock", ...place }) }, commands)).toBe("hard");
    expect(commandsOf({ session: "7", place, softReset: false, resetOfOneEvse: true }).soft).toEqual({
      ...{ type: "reset", when: "now", evse: 2 },
    });
  });
});
