import { describe, expect, it } from "vitest";
import type { Fields } from "./fields";
import { atCursor, type Typing, takeChips, toggleChip, typingOf, writtenSoFar } from "./typing";

const fields = {
  status: { kind: { is: "text" }, alias: ["state"] },
  site: { kind: { is: "text" } },
} as const satisfies Fields;
const typed = (text: string) => takeChips({ chips: [], text });

describe("typing a filter", () => {
  it.each(["site:Nord", 'site:"', 'site:"Nord ', 'site:"Nord und', "abb si"])(
    "leaves %s alone, which is being written",
    (text) => {
      expect(typed(text)).toEqual({ chips: [], text });
    },
  );

  it("makes a chip of a part at a space, at a closing quote, or at Enter, also of one that nobody knows", () => {
    expect(typed("site:Nord ")).toEqual({ chips: ["site:Nord"], text: "" });
    expect(typed('site:"Nord"')).toEqual({ chips: ['site:"Nord"'], text: "" });
    expect(typed("abb -colour:red lab")).toEqual({ chips: ["-colour:red"], text: "abb lab" });
    expect(takeChips({ chips: [], text: "site:Nord" }, true)).toEqual({ chips: ["site:Nord"], text: "" });
  });

  it("can be done letter by letter, and asks for nothing unfinished on the way", () => {
    let typing: Typing = { chips: ["status:faulted"], text: "" };
    const asked = new Set<string>();
    for (const letter of 'site:"Köln Süd" street') {
      typing = takeChips({ ...typing, text: typing.text + letter });
      asked.add(writtenSoFar(typing));
    }
    const süd = 'status:faulted site:"Köln Süd"';
    expect([...asked].slice(-7)).toEqual([
      süd,
      ...["s", "st", "str", "stre", "stree", "street"].map((word) => `${süd} ${word}`),
    ]);
    expect([...asked].filter((each) => each.includes("site:"))).toHaveLength(7);
  });

  it("never shows a part twice", () => {
    expect(takeChips({ chips: ["site:Nord"], text: "abb site:Nord " })).toEqual({ chips: ["site:Nord"], text: "abb " });
  });

  it("begins with what the address says", () => {
    expect(typingOf('abb status:faulted site:"Köln Süd" lab')).toEqual({
      chips: ["status:faulted", 'site:"Köln Süd"'],
      text: "abb lab",
    });
  });

  it("takes a part away when it is chosen again", () => {
    const once = toggleChip({ chips: [], text: "abb" }, "site", "Köln Süd");
    expect(writtenSoFar(once)).toBe('site:"Köln Süd" abb');
    expect(writtenSoFar(toggleChip(once, "site", "Köln Süd"))).toBe("abb");
  });
});

describe("what is at the cursor", () => {
  it("is a value of the field before it, by whatever name", () => {
    expect(atCursor(fields, "abb -state:fau", 14)).toEqual({
      from: 4,
      to: 14,
      not: true,
      field: "status",
      start: "fau",
    });
    expect(atCursor(fields, 'site:"Köln S', 12)).toMatchObject({ from: 0, field: "site", start: "Köln S" });
    expect(atCursor(fields, "site:A,B", 8)).toMatchObject({ field: "site", start: "B" });
  });

  it("is otherwise the start of a field or a word", () => {
    expect(atCursor(fields, "abb sta", 7)).toEqual({ from: 4, to: 7, not: false, start: "sta" });
    expect(atCursor(fields, "abb ", 4)).toEqual({ from: 4, to: 4, not: false, start: "" });
    expect(atCursor(fields, "colour:r", 8)).toMatchObject({ start: "colour:r" });
    expect(atCursor(fields, "abb sta", 2)).toEqual({ from: 0, to: 2, not: false, start: "ab" });
  });
});
