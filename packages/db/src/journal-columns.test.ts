import { describe, expect, it } from "vitest";
import { bool, int2, int4, int8, jsonb, text, timestamptz } from "./journal-columns";

const header = (hasNull: number, oid: number, count: number) => {
  const bytes = Buffer.alloc(20);
  for (const [index, value] of [1, hasNull, oid, count, 1].entries()) bytes.writeInt32BE(value, index * 4);
  return bytes.toString("hex");
};

describe("a column", () => {
  it("is a binary array of one dimension, with absent values marked", () => {
    const column = int4();
    column.push(7);
    column.push(undefined);
    column.push(-1);

    expect(column.bytes().toString("hex")).toBe(`${header(1, 23, 3)}0000000400000007ffffffff00000004ffffffff`);
  });

  it("starts over when it is reset", () => {
    const column = bool();
    column.push(null);
    column.reset();
    column.push(true);

    expect(column.bytes().toString("hex")).toBe(`${header(0, 16, 1)}0000000101`);
  });

  it("grows as far as it must", () => {
    const column = text();
    const long = "ä".repeat(5_000);
    column.push(Buffer.from(long));
    column.push(long);

    expect(column.bytes().subarray(24, 10_024).toString()).toBe(long);
    expect(column.bytes().subarray(10_028).toString()).toBe(long);
  });

  it("writes short text as it writes long", () => {
    for (const value of ["", "plain", "über", "\u0000", "a".repeat(23) + "é", "a".repeat(60) + "é"]) {
      const column = text();
      column.push(value);
      expect(column.bytes().subarray(24)).toEqual(Buffer.from(value));
    }
  });

  it("counts time in microseconds from the year 2000, before it too", () => {
    const column = timestamptz();
    column.push(new Date("2000-01-01T00:00:00.001Z"));
    column.push(new Date("1999-12-31T23:59:59.999Z"));

    expect([column.bytes().readBigInt64BE(24), column.bytes().readBigInt64BE(36)]).toEqual([1000n, -1000n]);
  });

  it("keeps every whole number that JavaScript can count", () => {
    const column = int8();
    const numbers = [0, 1, -1, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
    for (const number of numbers) column.push(number);

    expect(numbers.map((_, index) => Number(column.bytes().readBigInt64BE(24 + index * 12)))).toEqual(numbers);
  });

  it("puts the version byte before JSON", () => {
    const column = jsonb();
    column.push("{}");

    expect(column.bytes().toString("hex")).toBe(`${header(0, 3802, 1)}00000003017b7d`);
  });

  it.each([
    ["int2", () => int2().push(40_000)],
    ["int4", () => int4().push(2 ** 31)],
    ["int4", () => int4().push(1.5)],
    ["int8", () => int8().push(Number.NaN)],
    ["timestamptz", () => timestamptz().push(new Date("never"))],
  ])("refuses what %s cannot hold", (_, push) => {
    expect(push).toThrow(RangeError);
  });
});
