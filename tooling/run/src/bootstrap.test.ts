import { expect, it } from "vitest";
import { requireNode } from "./bootstrap.mjs";

it.each(["20.19.0", "20.20.2", "22.1.0", "24.0.0"])("runs on Node %s", (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

it.each(["18.20.8", "20.18.3", "20.9.0"])("names what it needs on Node %s", (version) => {
  expect(() => requireNode(version)).toThrow(`Chargehand needs Node 20.19 or newer, and this is Node ${version}`);
});
