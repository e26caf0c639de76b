import { describe, expect, it } from "vitest";
import { parsePreferences } from "./preferences";

const cookies = (values: Record<string, string>) => parsePreferences((name) => values[name], ["de", "en"]);

const untouched = {
  theme: "system",
  density: "compact",
  rail: "open",
  inspector: undefined,
  clock: "site",
  timeZone: "UTC",
  language: undefined,
  keys: "on",
};

describe("preferences", () => {
  it("are as the system and the site have it until a person chooses", () => {
    expect(cookies({})).toEqual(untouched);
  });

  it("keep what a person chose", () => {
    const chosen = {
      theme: "sunlight",
      density: "comfortable",
      rail: "closed",
      clock: "utc",
      timeZone: "Europe/Berlin",
      language: "de",
      keys: "off",
    };
    expect(cookies({ ...chosen, inspector: "420" })).toEqual({ ...chosen, inspector: 420 });
  });

  it("never pass on a cookie they do not know", () => {
    const hostile = {
      theme: '"><script>',
      density: "huge",
      rail: "wide",
      inspector: "100%;background:url(//evil)",
      clock: "moon",
      timeZone: "Mars/Olympus",
      language: "../../etc/passwd",
      keys: "maybe",
    };
    expect(cookies(hostile)).toEqual(untouched);
  });
});
