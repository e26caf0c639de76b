import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cursorOf, encodeCursor, windowOf } from "./paging";

const cursor = cursorOf(z.tuple([z.string(), z.int()]));

describe("a cursor", () => {
  it("comes back as the values it was made of", () => {
    expect(cursor.parse(encodeCursor(["CS-0412 – Köln", 7]))).toEqual(["CS-0412 – Köln", 7]);
  });

  it("is refused when somebody made it up", () => {
    expect(cursor.safeParse("…").success).toBe(false);
    expect(cursor.safeParse(encodeCursor([7, "CS-0412"])).success).toBe(false);
  });
});

describe("a window of rows", () => {
  const next = (rows: number[]) => windowOf(rows, 2, (row) => [row]).next;

  it("names where the next one begins, and nothing after the last", () => {
    expect(windowOf([1, 2, 3], 2, (row) => [row]).rows).toEqual([1, 2]);
    expect(next([1, 2, 3])).toBe(encodeCursor([2]));
    expect(next([1, 2])).toBeUndefined();
    expect(next([])).toBeUndefined();
  });
});
