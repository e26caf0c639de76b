import { expect, it } from "vitest";
import { brands, contentOf } from "./brands";

const station = { identity: "CS 1/A", address: "wss://ocpp.example:8443/ocpp/CS%201%2FA" };

it.each([
  ["address", "wss://ocpp.example:8443/ocpp/CS%201%2FA"],
  ["address-without-id", "wss://ocpp.example:8443/ocpp/"],
  ["host-and-port", "ocpp.example:8443"],
  ["path", "/ocpp/"],
  ["identity", "CS 1/A"],
  ["profile", "2"],
] as const)("a field for the %s gets %s", (content, expected) => {
  expect(contentOf(content, station)).toBe(expected);
});

it("every brand says where its words are from", () => {
  for (const { source, fields, way } of brands) {
    expect(new URL(source).protocol).toBe("https:");
    expect(fields.length).toBeGreaterThan(0);
    expect(way.length).toBeGreaterThan(0);
  }
});
