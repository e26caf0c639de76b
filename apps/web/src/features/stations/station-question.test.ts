import { describe, expect, it } from "vitest";
import { asksForFaults, isEventful, listQuestion, parseSorting, writeSorting } from "./station-question";

describe("the question of the stations list", () => {
  it("takes an order it does not know for the usual one", () => {
    expect(listQuestion("abb", "-power")).toEqual({ q: "abb", sort: "power", descending: true });
    expect(listQuestion("", "; drop table")).toMatchObject({ sort: "identity", descending: false });
  });

  it("writes an order as it reads it", () => {
    const seen = { by: "seen", descending: true };
    expect(parseSorting(writeSorting(seen) ?? "")).toEqual(seen);
    expect(writeSorting({ by: "identity", descending: false })).toBeNull();
  });

  it.each(["status:faulted", "faulted", "-connected:yes", "power:>50 site:Nord"])(
    "knows that stations come to match %s by themselves",
    (q) => expect(isEventful(q)).toBe(true),
  );

  it.each(["", "abb", "site:Nord fw:<2", "status:sleepy"])("and that they do not with %j", (q) =>
    expect(isEventful(q)).toBe(false),
  );

  it("knows a list of faults", () => {
    expect(["status:faulted", "faulted site:Nord"].map(asksForFaults)).toEqual([true, true]);
    expect(["status:faulted,offline", "-status:faulted", "fault"].map(asksForFaults)).toEqual([false, false, false]);
  });
});
