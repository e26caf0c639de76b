import { codeOf, kindOf } from "@chargehand/ocpp/rpc-error";
import type { Version } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootPayload, startTestGateway, statusPayload, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const actions = [
  "BootNotification",
  "StatusNotification",
  "Authorize",
  "StartTransaction",
  "StopTransaction",
  "MeterValues",
  "TransactionEvent",
  "NotifyEvent",
  "NotifyReport",
  "DataTransfer",
  "Heartbeat",
  "SecurityEventNotification",
  "Reset",
  "Nonsense",
];

/** A valid message in which one value was put in another's place, anywhere. */
const mutated = (version: Version) =>
  fc
    .tuple(
      fc.constantFrom(bootPayload(version), statusPayload(version, "occupied"), session(version)),
      fc.nat(),
      fc.jsonValue(),
    )
    .map(([payload, at, value]) => {
      const places: [object, string][] = [];
      const copy = structuredClone(payload);
      const walk = (node: unknown) => {
        if (typeof node !== "object" || node === null) return;
        for (const key of Object.keys(node)) {
          places.push([node, key]);
          walk(Reflect.get(node, key));
        }
      };
      walk(copy);
      const [node, key] = places[at % places.length] ?? [copy, "x"];
      Reflect.set(node, key, value);
      return copy;
    });

const session = (version: Version) => {
  const timestamp = "2026-11-22T22:00:00Z";
  return version === "1.6"
    ? {
        connectorId: 1,
        idTag: "A",
        meterStart: 0,
        timestamp,
        transactionId: 1,
        meterStop: 5,
        meterValue: [{ timestamp, sampledValue: [{ value: "1" }] }],
      }
    : {
        eventType: "Started",
        seqNo: 0,
        timestamp,
        triggerReason: "Authorized",
        transactionInfo: { transactionId: "t" },
        evse: { id: 1 },
        idToken: { idToken: "A", type: "Central" },
        meterValue: [{ timestamp, sampledValue: [{ value: 1 }] }],
      };
};

const text = (version: Version) =>
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.array(fc.jsonValue(), { maxLength: 6 }).map((message) => JSON.stringify(message)),
    fc
      .tuple(
        fc.constantFrom(2, 3, 4, 5, 6, 7, -1, 2.5),
        fc.string(),
        fc.constantFrom(...actions),
        fc.oneof(fc.jsonValue(), mutated(version)),
      )
      .map((message) => JSON.stringify(message)),
  );

describe.each(versions)("whatever a station of %s says", (version) => {
  it("gets no answer or one in the words of its version, and the next message is handled as if nothing had been", async () => {
    let station: RawClient = await gateway.boot(`FUZZ-${version}`, version);
    await fc.assert(
      fc.asyncProperty(fc.array(text(version), { minLength: 1, maxLength: 20 }), async (texts) => {
        const before = station.received.length;
        for (const said of texts) station.send(said);
        const beat = await station.call("Heartbeat", {}, `beat-${before}`);
        expect(beat[0]).toBe(3);
        // Heartbeats overtake; a status does not.
        const status = await station.call(
          "StatusNotification",
          statusPayload(version, "available"),
          `status-${before}`,
        );
        expect(status[0]).toBe(3);
        for (const answer of station.received.slice(before)) expectInVersion(JSON.parse(answer), version);
      }),
      { numRuns: 50 },
    );
    station.close();
    station = await gateway.boot(`FUZZ-${version}`, version);
    station.close();
  });
});

function expectInVersion(answer: unknown, version: Version) {
  expect(answer).toEqual(expect.any(Array));
  const [type, , code] = Array.isArray(answer) ? answer : [];
  if (type === 3) return;
  expect([4, 5]).toContain(type);
  const kind = kindOf(String(code));
  expect(kind && codeOf(kind, version)).toBe(code);
}
