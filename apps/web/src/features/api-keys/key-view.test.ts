import { expect, it } from "vitest";
import { keyState } from "./key-view";

const now = Date.UTC(2026, 10, 23);

it("a revoked key stays revoked, expired or not", () => {
  expect(keyState({ revoked: { at: new Date(now), by: "Ada" }, expiresAt: new Date(now - 1) }, now)).toBe("revoked");
});

it("a key ends at its moment, not after it", () => {
  expect(keyState({ expiresAt: new Date(now) }, now)).toBe("expired");
  expect(keyState({ expiresAt: new Date(now + 1) }, now)).toBe("valid");
  expect(keyState({}, now)).toBe("valid");
});
