import { describe, expect, it } from "vitest";
import { placeOf, readJson, spanOf } from "./json-text";

const text = `{
  "evseId": 1,
  "profile": {
    "schedule": [
      { "id": 1, "limit": -2.5e3 },
      { "id": "two" }
    ]
  }
}`;

const cut = (path: string) => {
  const read = readJson(text);
  const span = read.ok ? spanOf(read.spans, path) : undefined;
  return span && text.slice(span.from, span.to);
};

describe("a text that is JSON", () => {
  it("tells where each of its parts stands, a member with its name", () => {
    expect(cut("$.evseId")).toBe('"evseId": 1');
    expect(cut("$.profile.schedule[1].id")).toBe('"id": "two"');
    expect(cut("$.profile.schedule[0]")).toBe('{ "id": 1, "limit": -2.5e3 }');
    expect(cut("$")).toBe(text);
  });

  it("shows what is missing at the beginning of what it is missing in", () => {
    const read = readJson(text);
    const span = read.ok ? spanOf(read.spans, "$.profile.schedule[1].limit") : undefined;
    expect(placeOf(text, span?.from ?? -1)).toEqual({ line: 6, column: 7 });
    expect(cut("$.profile.stackLevel")).toBe('"');
    expect(cut('$["odd name"]')).toBe("{");
  });

  it.each(['{"a":[]}', "[]", '"\\u00e9\\n"', " null ", "-0.5E-2", '{"a":{"b":[true,false,{}]}}'])("reads %s", (one) => {
    expect(readJson(one)).toMatchObject({ ok: true, value: JSON.parse(one) });
  });
});

describe("a text that is no JSON", () => {
  it.each([
    ["", 0, "value"],
    ["{", 1, "name"],
    ["{'a': 1}", 1, "name"],
    ['{"a" 1}', 5, "colon"],
    ['{"a": }', 6, "value"],
    ['{"a": 1 "b": 2}', 8, "comma"],
    ['{"a": 1,}', 8, "name"],
    ["[1,]", 3, "value"],
    ["[1 2]", 3, "comma"],
    ['{"a": "open}', 6, "text"],
    ['{"a": "\\x"}', 6, "text"],
    ["{} {}", 3, "end"],
    ["01", 1, "end"],
    ["// no\n1", 0, "value"],
    ['{"a": 1, "a": 2}', 9, "twice"],
    ["[".repeat(70), 65, "depth"],
  ])("%s says where it stops, and what was expected there", (one, at, why) => {
    expect(readJson(one)).toEqual({ ok: false, at, why });
  });
});

it("lines and columns count from 1", () => {
  expect(placeOf("ab\ncd", 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf("ab\ncd", 4)).toEqual({ line: 2, column: 2 });
});
