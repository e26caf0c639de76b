import { describe, expect, it } from "vitest";
import type { Issue } from "./issue";
import { nextTry, type Patient, type RecoveryRule } from "./recovery";

const now = new Date("2026-11-23T10:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const rule: RecoveryRule = { id: 3, kind: "fault", codes: [], remedy: "soft-reset", afterSeconds: 60 };
const about = { kind: "fault", evse: 2, connector: 1, code: "OtherError" } as const;
const issue: Issue = {
  id: 1,
  key: "fault:station:1:OtherError",
  kind: "fault",
  where: { station: 1 },
  severity: "major",
  state: "new",
  openedAt: now,
  openings: 1,
  about,
  children: [{ station: 1, key: "2.1", facts: about, since: now, times: 1 }],
};
const tried = (rules: RecoveryRule[], patient: Partial<Patient> = {}, facts: Partial<Issue> = {}) =>
  nextTry(rules, { ...issue, ...facts }, { triedAt: [], ...patient }, now);

describe("what a rule tries", () => {
  it("comes after the trouble had time to pass by itself", () => {
    expect(tried([rule])).toEqual({
      rule: 3,
      command: { type: "reset", when: "idle" },
      dueAt: new Date("2026-11-23T10:01:00Z"),
    });
  });

  it.each<[string, RecoveryRule, Partial<Patient>, boolean]>([
    ["every code", rule, {}, true],
    ["its code", { ...rule, codes: ["OtherError"] }, {}, true],
    ["another code", { ...rule, codes: ["GroundFailure"] }, {}, false],
    ["its vendor", { ...rule, vendor: "Acme" }, { vendor: "Acme" }, true],
    ["another vendor", { ...rule, vendor: "Acme" }, { vendor: "Other" }, false],
    ["its site", { ...rule, site: 7 }, { site: 7 }, true],
    ["another site", { ...rule, site: 7 }, {}, false],
    ["another kind", { ...rule, kind: "alert" }, {}, false],
  ])("is for %s", (_what, one, patient, is) => {
    expect(tried([one], patient) !== undefined).toBe(is);
  });

  it("is never more than two tries in six hours, whatever the rules say", () => {
    expect(tried([rule], { triedAt: [hoursAgo(1)] })).toBeDefined();
    expect(tried([rule], { triedAt: [hoursAgo(1), hoursAgo(5)] })).toBeUndefined();
    expect(tried([rule], { triedAt: [hoursAgo(1), hoursAgo(7)] })).toBeDefined();
  });

  it("is nothing for a whole site, and nothing for what is over", () => {
    expect(tried([rule], {}, { where: { site: 7 } })).toBeUndefined();
    expect(tried([rule], {}, { children: [] })).toBeUndefined();
  });

  it("is about the connector that is in trouble, and the next rule where none is", () => {
    const unlock: RecoveryRule = { ...rule, remedy: "unlock" };
    expect(tried([unlock])?.command).toEqual({ type: "unlock", evse: 2, connector: 1 });
    const whole = { ...about, evse: 0, connector: undefined };
    const children = [{ station: 1, key: "0.", facts: whole, since: now, times: 1 }];
    expect(tried([unlock, { ...rule, id: 4 }], {}, { about: whole, children })?.rule).toBe(4);
  });
});
