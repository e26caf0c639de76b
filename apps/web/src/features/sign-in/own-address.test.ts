import { describe, expect, it } from "vitest";
import { ownAddress } from "./own-address";

describe("where a person goes after signing in", () => {
  it("is the page that was asked for, with its filter", () => {
    expect(ownAddress("/stations?q=status%3Afaulted&sel=CS-1")).toBe("/stations?q=status%3Afaulted&sel=CS-1");
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "stations",
    "http://[",
    "/\t/evil.example",
  ])("is never another place: %s", (asked) => {
    expect(ownAddress(asked)).toBe("/");
  });

  it("is never the sign-in itself, and Now when nothing was asked", () => {
    expect(ownAddress("/sign-in?to=/stations")).toBe("/");
    expect(ownAddress(undefined)).toBe("/");
    expect(ownAddress(["/a", "/b"])).toBe("/");
  });
});
