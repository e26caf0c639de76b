import { expect, it } from "vitest";
import { tokenStatus } from "./token-view";

const now = Date.UTC(2026, 10, 23);

it("a blocked token stays blocked, expired or not", () => {
  expect(tokenStatus({ blocked: true, expiresAt: new Date(now - 1) }, now)).toBe("blocked");
});

it("a token ends at its moment, not after it", () => {
  expect(tokenStatus({ blocked: false, expiresAt: new Date(now) }, now)).toBe("expired");
  expect(tokenStatus({ blocked: false, expiresAt: new Date(now + 1) }, now)).toBe("accepted");
  expect(tokenStatus({ blocked: false }, now)).toBe("accepted");
});
