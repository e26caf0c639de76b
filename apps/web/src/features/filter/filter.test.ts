import { describe, expect, it } from "vitest";
import type { Fields } from "./fields";
import { parseFilter, writeFilter } from "./filter";

const fields = {
  status: { kind: { is: "one-of", values: ["faulted", "offline"] }, alias: ["state"] },
  site: { kind: { is: "text" } },
  fw: { kind: { is: "version" } },
  seen: { kind: { is: "age" } },
  power: { kind: { is: "number" } },
} as const satisfies Fields;

const parse = (text: string) => parseFilter(fields, text);

describe("a written filter", () => {
  it("is parts and words in any order, negated or compared", () => {
    expect(parse('abb status:faulted site:"Köln Süd" fw:<=1.8.2 seen:>10m -site:Nord -lab')).toEqual({
      parts: [
        { field: "status", not: false, compare: "is", values: ["faulted"] },
        { field: "site", not: false, compare: "is", values: ["Köln Süd"] },
        { field: "fw", not: false, compare: "<=", values: ["1.8.2"] },
        { field: "seen", not: false, compare: ">", values: ["10m"] },
        { field: "site", not: true, compare: "is", values: ["Nord"] },
      ],
      words: [
        { text: "abb", not: false },
        { text: "lab", not: true },
      ],
      faults: [],
    });
  });

  it("knows a field by its other names, in any case, and several values of one", () => {
    expect(parse('STATE:faulted,offline site:"A, B",C').parts).toMatchObject([
      { field: "status", values: ["faulted", "offline"] },
      { field: "site", values: ["A, B", "C"] },
    ]);
  });

  it("says what is wrong at its place and what would be right; the rest still holds", () => {
    const { parts, faults } = parse("status:sleepy colour:red fw:<new seen:10m site:<A power:much status:offline");
    expect(parts).toMatchObject([{ field: "status", values: ["offline"] }]);
    expect(faults).toMatchObject([
      { at: 0, raw: "status:sleepy", kind: "unknown-value", field: "status", valid: ["faulted", "offline"] },
      { at: 14, kind: "unknown-field", field: "colour", valid: ["status", "site", "fw", "seen", "power"] },
      { at: 25, kind: "unknown-value", field: "fw" },
      { at: 33, kind: "unknown-value", field: "seen", valid: ["<10m", ">2h", ">3d"] },
      { at: 42, kind: "no-order", field: "site" },
      { at: 50, kind: "unknown-value", field: "power" },
    ]);
  });

  it.each([
    'status:faulted site:"Köln Süd" abb',
    "-fw:<1.8.2 seen:>=2h",
    'site:"He said ""no""" "two words"',
    'site:"A,B",C',
    'site:"<3"',
    "power:>7.4kW",
    "",
  ])("is written as it was read: %s", (written) => {
    expect(parse(written).faults).toEqual([]);
    expect(writeFilter(parse(written))).toBe(written);
  });

  it("takes quotes as words to be found, whatever they look like", () => {
    expect(parse('"colour:red"')).toMatchObject({ words: [{ text: "colour:red" }], faults: [] });
  });

  it.each(["", "  ", "site:", '"', 'site:"', "-", "::", '""', "seen:>", "status:,"])(
    "narrows nothing by what says nothing: %j",
    (written) => {
      expect(parse(written).parts).toEqual([]);
      expect(parse(written).faults).toEqual([]);
    },
  );
});
