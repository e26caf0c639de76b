import { describe, expect, it } from "vitest";
import { parseFilter, togglePart, writeFilter } from "./station-filter";

describe("a filter for stations", () => {
  it("reads parts, quotes and free text in any order", () => {
    expect(parseFilter('abb status:faulted site:"Köln Süd" version:2.0.1')).toEqual({
      parts: [
        { field: "status", value: "faulted" },
        { field: "site", value: "Köln Süd" },
        { field: "version", value: "2.0.1" },
      ],
      text: "abb",
    });
  });

  it("keeps as text what it does not know, so that no word is lost", () => {
    expect(parseFilter("status:sleepy colour:red CS-1")).toEqual({ parts: [], text: "status:sleepy colour:red CS-1" });
  });

  it.each(['status:faulted site:"Köln Süd" abb', "version:1.6", ""])("writes %s as it was read", (written) => {
    expect(writeFilter(parseFilter(written))).toBe(written);
  });

  it("takes a part away when it is chosen again", () => {
    const part = { field: "status", value: "offline" } as const;
    const once = togglePart(parseFilter("abb"), part);
    expect(writeFilter(once)).toBe("status:offline abb");
    expect(writeFilter(togglePart(once, part))).toBe("abb");
  });
});
