import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const plain = { trustProxy: false };
const from = (headers: Record<string, string>, rules: Parameters<typeof isSameOrigin>[1] = plain) =>
  isSameOrigin(new Headers(headers), rules);

describe("a request that changes something", () => {
  it("is taken from a page of the very host it was sent to, whatever that host is called", () => {
    expect(from({ host: "192.168.1.7:3000", origin: "http://192.168.1.7:3000" })).toBe(true);
    expect(from({ host: "console.example", origin: "https://console.example" })).toBe(true);
  });

  it("is refused from another site, another port, a sandboxed frame, and from nowhere", () => {
    expect(from({ host: "localhost:3000", origin: "https://evil.example" })).toBe(false);
    expect(from({ host: "localhost:3000", origin: "http://localhost:3001" })).toBe(false);
    expect(from({ host: "localhost:3000", origin: "null" })).toBe(false);
    expect(from({ host: "localhost:3000" })).toBe(false);
  });

  it("believes a forwarded host only behind a proxy that we were told to trust", () => {
    const headers = { host: "10.0.0.4:3000", "x-forwarded-host": "evil.example", origin: "https://evil.example" };
    expect(from(headers)).toBe(false);
    expect(from(headers, { trustProxy: true })).toBe(true);
  });

  it("is taken from the published address", () => {
    const headers = { host: "10.0.0.4:3000", origin: "https://console.example" };
    expect(from(headers, { trustProxy: false, publicUrl: "https://console.example/" })).toBe(true);
  });
});
