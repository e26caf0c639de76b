import { describe, expect, it } from "vitest";
import { actOnIssue, type IssueAction } from "./act";
import type { Issue, IssueState } from "./issue";

const at = new Date("2026-11-23T10:00:00Z");
const later = new Date("2026-11-23T18:00:00Z");
const issue = (facts: Partial<Issue> = {}): Issue => ({
  id: 1,
  key: "fault:station:1:",
  kind: "fault",
  where: { station: 1 },
  severity: "major",
  state: "new",
  openedAt: at,
  openings: 1,
  about: { kind: "fault", evse: 1 },
  children: [{ station: 1, key: "1.", facts: { kind: "fault", evse: 1 }, since: at, times: 1 }],
  ...facts,
});
const act = (one: Issue, action: IssueAction) => actOnIssue(one, action, { by: "ada", at });

describe("a person", () => {
  it.each<[IssueState, IssueState]>([
    ["new", "acknowledged"],
    ["acknowledged", "acknowledged"],
    ["recovering", "recovering"],
    ["watching", "watching"],
  ])("who acknowledges a %s issue owns it, and it is %s", (state, then) => {
    expect(act(issue({ state }), { do: "acknowledge" })).toMatchObject({ issue: { owner: "ada", state: then } });
  });

  it("hands it to another, or to nobody, and then it is new again", () => {
    const mine = issue({ owner: "ada", state: "acknowledged" });
    expect(act(mine, { do: "assign", to: "bob" })).toMatchObject({ issue: { owner: "bob", state: "acknowledged" } });
    expect(act(mine, { do: "assign" })).toMatchObject({ issue: { owner: undefined, state: "new" } });
  });

  it("mutes it until a moment to come", () => {
    expect(act(issue(), { do: "mute", until: later })).toMatchObject({ issue: { mutedUntil: later, state: "new" } });
    expect(act(issue(), { do: "mute", until: at })).toEqual({ refused: "past" });
    expect(act(issue({ mutedUntil: later }), { do: "unmute" })).toMatchObject({ issue: { mutedUntil: undefined } });
  });

  it("closes only what no station can show to be over", () => {
    expect(act(issue(), { do: "close" })).toEqual({ refused: "station-shows" });
    expect(act(issue({ kind: "security" }), { do: "close" })).toMatchObject({
      issue: { state: "resolved", resolvedBy: "ada", children: [{ clearedAt: at }] },
    });
  });

  it("does nothing about what is over", () => {
    expect(act(issue({ state: "resolved" }), { do: "acknowledge" })).toEqual({ refused: "resolved" });
  });
});
