import { expect, it } from "vitest";
import { hashSecret, newSecret, verifySecret } from "./station-secret";

const pepper = "a pepper of enough length";
const secret = "00112233445566778899aabbccddeeff00112233";
const stored = hashSecret(secret, pepper);

it("makes secrets that every version can carry: 40 hex digits, never the same", () => {
  expect(newSecret()).toMatch(/^[0-9a-f]{40}$/);
  expect(newSecret()).not.toBe(newSecret());
});

it.each([
  ["the digits as text", Buffer.from(secret), "text"],
  ["the digits in capitals", Buffer.from(secret.toUpperCase()), "other-case"],
  ["the bytes they stand for", Buffer.from(secret, "hex"), "bytes"],
  ["another secret", Buffer.from(secret.replace("0", "1")), undefined],
  ["nothing", Buffer.alloc(0), undefined],
])("knows %s", (_what, presented, form) => {
  expect(verifySecret(presented, stored, pepper)).toBe(form);
});

it("keeps the same secret differently each time, and not without the pepper", () => {
  expect(hashSecret(secret, pepper).hash).not.toBe(stored.hash);
  expect(verifySecret(Buffer.from(secret), stored, "another pepper entirely")).toBeUndefined();
});

it("takes a password that is no hex letter for letter", () => {
  const chosen = hashSecret("Plug-And-Charge_2026", pepper);
  expect(verifySecret(Buffer.from("Plug-And-Charge_2026"), chosen, pepper)).toBe("text");
  expect(verifySecret(Buffer.from("plug-and-charge_2026"), chosen, pepper)).toBeUndefined();
});
