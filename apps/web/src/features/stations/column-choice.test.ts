import { describe, expect, it } from "vitest";
import { movedColumn, parseColumns, usualColumns, withColumn, writeColumns } from "./column-choice";

describe("the choice of columns", () => {
  it("takes what it knows out of an address, each once, the station first", () => {
    expect(parseColumns("site.station.power.site.nonsense.__proto__")).toEqual(["station", "site", "power"]);
    expect(parseColumns("")).toEqual(usualColumns);
  });

  it("is written as it is read, and not at all when it is the usual one", () => {
    expect(parseColumns(writeColumns(["station", "tags", "site"]) ?? "")).toEqual(["station", "tags", "site"]);
    expect(writeColumns(usualColumns)).toBeNull();
  });

  it("moves a column between the others, never before the station", () => {
    const columns = parseColumns("station.site.power");
    expect(movedColumn(columns, "power", -1)).toEqual(["station", "power", "site"]);
    expect(movedColumn(columns, "site", -1)).toEqual(columns);
    expect(movedColumn(columns, "power", 1)).toEqual(columns);
    expect(withColumn(withColumn(columns, "tags", true), "site", false)).toEqual(["station", "power", "tags"]);
  });
});
