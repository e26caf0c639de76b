import { describe, expect, it } from "vitest";
import { parsePreferences } from "./preferences";

const cookies = (values: Record<string, string>) => parsePreferences((name) => values[name]);

describe("preferences", () => {
  it("follows the system, opens the rail and counts in UTC until a person chooses", () => {
    expect(cookies({})).toEqual({ theme: "system", rail: "open", timeZone: "UTC" });
  });

  it("keeps what a person chose", () => {
    const chosen = { theme: "dark", rail: "closed", timeZone: "Europe/Berlin" };
    expect(cookies(chosen)).toEqual(chosen);
  });

  it("never passes on a cookie it does not know", () => {
    const hostile = { theme: '"><script>', rail: "wide", timeZone: "Mars/Olympus" };
    expect(cookies(hostile)).toEqual({ theme: "system", rail: "open", timeZone: "UTC" });
  });
});
