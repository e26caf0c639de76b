import { describe, expect, it } from "vitest";
import { partOf } from "./part";

const file = { size: 1000, etag: '"abc"', changedAt: new Date("2026-11-23T10:00:00.500Z") };
const whole = { status: 200, from: 0, until: 999, isResumed: false };
const rest = { status: 206, from: 400, until: 999, isResumed: true };

describe("what of a file is asked for", () => {
  it.each([
    ["nothing said", {}, whole],
    ["from here on", { range: "bytes=400-" }, rest],
    ["a part", { range: "bytes=0-99" }, { status: 206, from: 0, until: 99, isResumed: false }],
    ["the end", { range: "bytes=-100" }, { status: 206, from: 900, until: 999, isResumed: false }],
    ["more than there is", { range: "bytes=900-5000" }, { status: 206, from: 900, until: 999, isResumed: false }],
    ["beyond the end", { range: "bytes=1000-" }, { status: 416 }],
    ["no range at all", { range: "furlongs=1-2" }, whole],
    ["nonsense", { range: "bytes=a-b" }, whole],
    ["several parts", { range: "bytes=0-1,5-6" }, whole],
    ["the rest of the same file, by its tag", { range: "bytes=400-", "if-range": '"abc"' }, rest],
    ["the rest of another file", { range: "bytes=400-", "if-range": '"old"' }, whole],
    ["the rest, by a weak tag", { range: "bytes=400-", "if-range": 'W/"abc"' }, whole],
    ["the rest, by its date", { range: "bytes=400-", "if-range": "Mon, 23 Nov 2026 10:00:00 GMT" }, rest],
    ["the rest, by another date", { range: "bytes=400-", "if-range": "Mon, 23 Nov 2026 09:00:00 GMT" }, whole],
    ["only if it is another", { "if-none-match": 'W/"abc"' }, { status: 304 }],
    ["only if it is this one", { "if-match": '"old"' }, { status: 412 }],
  ])("%s", (_case, headers, part) => {
    expect(partOf(headers, file)).toEqual(part);
  });
});
