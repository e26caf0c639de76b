import { describe, expect, it } from "vitest";
import { type StationFilter, writeFilter } from "./station-filter";
import { filterQuestion, listQuestion, parseSorting, searchable, takeParts, writeSorting } from "./station-question";

describe("the question of the stations list", () => {
  it("asks the server by field, and for the words that are left", () => {
    expect(filterQuestion('abb status:faulted status:charging site:"Köln Süd" version:2.1')).toEqual({
      filter: { text: "abb", states: ["faulted", "charging"], sites: ["Köln Süd"], versions: ["2.1"] },
    });
  });

  it.each(["status:fau", "site:", 'site:"Köln S'])(
    "is not narrowed by a part that is still being written: %s",
    (text) => {
      expect(filterQuestion(`abb ${text}`).filter.text?.startsWith("abb")).toBe(true);
      expect(filterQuestion(`abb ${text}`).filter.text).not.toContain(":");
    },
  );

  it("asks the same however the states are ordered, so that one answer serves both", () => {
    expect(filterQuestion("status:charging status:faulted")).toEqual(filterQuestion("status:faulted status:charging"));
  });

  it("takes an order it does not know for the usual one", () => {
    expect(listQuestion("", "-power")).toMatchObject({ sort: "power", descending: true });
    expect(listQuestion("", "; drop table")).toMatchObject({ sort: "identity", descending: false });
  });

  it("writes an order as it reads it", () => {
    expect(parseSorting(writeSorting({ by: "seen", descending: true }) ?? "")).toEqual({
      by: "seen",
      descending: true,
    });
    expect(writeSorting({ by: "identity", descending: false })).toBeNull();
  });
});

describe("typing a filter", () => {
  const typed = (text: string) => takeParts({ parts: [], text }, false);

  it.each(["site:Nord", 'site:"', 'site:"Nord ', 'site:"Nord und'])(
    "leaves %s alone, which is being written",
    (text) => {
      expect(typed(text)).toEqual({ parts: [], text });
    },
  );

  it("makes a part of it at a space, at a closing quote, or at Enter", () => {
    const nord = { parts: [{ field: "site", value: "Nord" }], text: "" };
    expect(typed("site:Nord ")).toEqual(nord);
    expect(typed('site:"Nord"')).toEqual(nord);
    expect(takeParts({ parts: [], text: "site:Nord" }, true)).toEqual(nord);
  });

  it("can be done letter by letter, and says nothing unfinished on the way", () => {
    let filter: StationFilter = { parts: [{ field: "status", value: "faulted" }], text: "" };
    const said = new Set<string>();
    for (const letter of 'site:"Köln Süd" street') {
      filter = takeParts({ ...filter, text: filter.text + letter }, false);
      said.add(writeFilter({ ...filter, text: searchable(filter.text) }));
    }
    const süd = 'status:faulted site:"Köln Süd"';
    expect([...said].slice(-7)).toEqual([
      süd,
      ...["s", "st", "str", "stre", "stree", "street"].map((word) => `${süd} ${word}`),
    ]);
    expect([...said].filter((each) => each.includes("site:"))).toHaveLength(7);
  });

  it("keeps other words, and never a part twice", () => {
    const filter = takeParts({ parts: [{ field: "site", value: "Nord" }], text: "abb site:Nord " }, false);
    expect(filter).toEqual({ parts: [{ field: "site", value: "Nord" }], text: "abb " });
  });
});
