import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTimestamp } from "./time";

it("reads every moment that JavaScript can write", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
      expect(parseTimestamp(date.toISOString())).toEqual({ date, notes: [] });
    }),
  );
});

it.each([
  ["2026-05-01T10:00:00Z", "2026-05-01T10:00:00.000Z"],
  ["2026-05-01t10:00:00z", "2026-05-01T10:00:00.000Z"],
  ["2026-05-01T10:00:00+02:00", "2026-05-01T08:00:00.000Z"],
  ["2026-05-01T10:00:00-0530", "2026-05-01T15:30:00.000Z"],
  ["2026-05-01T10:00:00.1Z", "2026-05-01T10:00:00.100Z"],
  ["2026-05-01T10:00:00.1239999Z", "2026-05-01T10:00:00.123Z"],
  ["2026-05-01T10:00:00.123456789Z", "2026-05-01T10:00:00.123Z"],
  ["2026-12-31T23:59:60Z", "2027-01-01T00:00:00.000Z"],
  ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"],
  ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
])("reads %s without a note", (text, iso) => {
  expect(parseTimestamp(text)).toEqual({ date: new Date(iso), notes: [] });
});

it.each([
  ["2026-05-01T10:00:00", "2026-05-01T10:00:00.000Z", "time without zone, taken as UTC"],
  ["2026-05-01 10:00", "2026-05-01T10:00:00.000Z", "time without zone, taken as UTC"],
  ["2026-05-01T10:00:00,5", "2026-05-01T10:00:00.500Z", "time without zone, taken as UTC"],
  ["2026-05-01T10:00:00+02", "2026-05-01T08:00:00.000Z", "offset without minutes"],
])("reads %s with a note", (text, iso, note) => {
  expect(parseTimestamp(text)).toEqual({ date: new Date(iso), notes: [`${note}: ${text}`] });
});

describe("what is no moment", () => {
  it.each([
    "",
    "yesterday",
    "2026-02-30T10:00:00Z",
    "2026-13-01T10:00:00Z",
    "2026-00-10T10:00:00Z",
    "2026-05-00T10:00:00Z",
    "2026-05-01T24:00:00Z",
    "2026-05-01T10:60:00Z",
    "2026-05-01T10:00:00+25:00",
    "2026-05-01",
    "1746093600",
    "+012026-05-01T10:00:00Z",
  ])("is not made one: %s", (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});
