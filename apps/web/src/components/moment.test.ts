import { createFormatter } from "next-intl";
import { describe, expect, it } from "vitest";
import { formats } from "@/i18n/formats";
import { datedFormat, momentFormat, type Precision } from "./moment";

const berlin = createFormatter({ locale: "en", timeZone: "Europe/Berlin", formats });
// Half an hour into the new year in Berlin.
const now = new Date("2026-12-31T23:30:00Z");

const told = (at: string, precision: Precision = "minutes") => {
  const moment = new Date(at);
  return berlin.dateTime(moment, momentFormat(berlin, moment, { now, precision }));
};

describe("a moment", () => {
  it("of today is its time alone", () => {
    expect(told("2027-01-01T11:05:07Z")).toBe("12:05");
    expect(told("2027-01-01T11:05:07Z", "seconds")).toBe("12:05:07");
  });

  it("of another day of this year brings its date", () => {
    expect(told("2027-03-02T11:05:00Z")).toMatch(/^Mar 2, 12:05$/);
  });

  it("of another year brings its year, by the clock it is told by", () => {
    expect(told("2026-12-31T22:30:00Z")).toMatch(/^Dec 31, 2026, 23:30$/);
    expect(told("2025-06-01T10:00:00Z", "seconds")).toMatch(/2025/);
    expect(told("2026-12-31T23:00:00Z")).toBe("00:00");
  });

  it("in running text always has its date", () => {
    const at = new Date("2027-01-01T11:05:07Z");
    expect(berlin.dateTime(at, datedFormat(berlin, at, { now, precision: "minutes" }))).toMatch(/^Jan 1, 12:05$/);
  });
});
