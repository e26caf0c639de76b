import { maxPayloadBytes } from "@chargehand/bus/bus";
import { expect, it } from "vitest";
import { type LiveRow, toPayloads } from "./live";

it("splits what moved into messages that the bus can carry, and loses none", () => {
  const rows = Array.from({ length: 1000 }, (_, index): LiveRow => [index, 1, index, 11_000.5, 1234.567, 80]);
  const payloads = toPayloads(rows, 1);
  expect(payloads.length).toBeGreaterThan(1);
  expect(payloads.every((payload) => Buffer.byteLength(payload) <= maxPayloadBytes)).toBe(true);
  expect(payloads.flatMap((payload) => JSON.parse(payload).stations)).toEqual(rows);
});
