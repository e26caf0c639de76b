import { expect, it } from "vitest";
import { tokenStatus } from "./token-view";

const now = Date.UTC(2026, 10, 23);

it("a blocked token stays blocked, expired or not", () => {
  expect(tokenStatus({ standing: "blocked", expiresAt: new Date(now - 1) }, now)).toBe("blocked");
});

it("a token ends at its moment, not after it", () => {
  expect(tokenStatus({ standing: "active", expiresAt: new Date(now) }, now)).toBe("expired");
  expect(tokenStatus({ standing: "active", expiresAt: new Date(now + 1) }, now)).toBe("accepted");
  expect(tokenStatus({ standing: "active" }, now)).toBe("accepted");
});

it("a token that begins later does not charge yet, and one without credit does not at all", () => {
  expect(tokenStatus({ standing: "active", validFrom: new Date(now + 1) }, now)).toBe("not-yet");
  expect(tokenStatus({ standing: "active", validFrom: new Date(now) }, now)).toBe("accepted");
  expect(tokenStatus({ standing: "no-credit" }, now)).toBe("no-credit");
});
