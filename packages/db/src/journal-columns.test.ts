import { describe, expect, it } from "vitest";
import { bool, type Column, int2, int4, int8, jsonb, text, timestamptz } from "./journal-columns";

const header = (hasNull: number, oid: number, count: number) => {
  const bytes = Buffer.alloc(20);
  for (const [index, value] of [1, hasNull, oid, count, 1].entries()) bytes.writeInt32BE(value, index * 4);
  return bytes.toString("hex");
};

/** The column with these values, one row each. */
function encoded<Value>(column: Column<Value>, ...values: (Value | null | undefined)[]) {
  const rows = values.map((value) => ({ value }));
  return column.encode(rows, rows, ({ value }) => value);
}

describe("a column", () => {
  it("is a binary array of one dimension, with absent values marked", () => {
    const bytes = encoded(int4(), 7, undefined, -1);

    expect(bytes.toString("hex")).toBe(`${header(1, 23, 3)}0000000400000007ffffffff00000004ffffffff`);
  });

  it("starts over each time", () => {
    const column = bool();
    encoded(column, null, false, true);

    expect(encoded(column, true).toString("hex")).toBe(`${header(0, 16, 1)}0000000101`);
  });

  it("grows as far as it must", () => {
    const long = "ä".repeat(5_000);
    const bytes = encoded(text(), Buffer.from(long), long);

    expect(bytes.subarray(24, 10_024).toString()).toBe(long);
    expect(bytes.subarray(10_028).toString()).toBe(long);
  });

  it("writes short text as it writes long", () => {
    for (const value of ["", "plain", "über", "\u0000", `${"a".repeat(23)}é`, `${"a".repeat(60)}é`]) {
      expect(encoded(text(), value).subarray(24)).toEqual(Buffer.from(value));
    }
  });

  it("counts time in microseconds from the year 2000, before it too", () => {
    const bytes = encoded(timestamptz(), new Date("2000-01-01T00:00:00.001Z"), new Date("1999-12-31T23:59:59.999Z"));

    expect([bytes.readBigInt64BE(24), bytes.readBigInt64BE(36)]).toEqual([1000n, -1000n]);
  });

  it("keeps every whole number that JavaScript can count", () => {
    const numbers = [0, 1, -1, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
    const bytes = encoded(int8(), ...numbers);

    expect(numbers.map((_, index) => Number(bytes.readBigInt64BE(24 + index * 12)))).toEqual(numbers);
  });

  it("puts the version byte before JSON", () => {
    expect(encoded(jsonb(), "{}").toString("hex")).toBe(`${header(0, 3802, 1)}00000003017b7d`);
  });

  it.each([
    ["int2", () => encoded(int2(), 40_000)],
    ["int4", () => encoded(int4(), 2 ** 31)],
    ["int4", () => encoded(int4(), 1.5)],
    ["int8", () => encoded(int8(), Number.NaN)],
    ["timestamptz", () => encoded(timestamptz(), new Date("never"))],
  ])("refuses what %s cannot hold", (_, encode) => {
    expect(encode).toThrow(RangeError);
  });
});
