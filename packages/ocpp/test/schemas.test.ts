import type { Outcome } from "@chargehand/domain/outcome";
import type { ReportType } from "@chargehand/domain/report";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Message, readMessages } from "../generate/schemas";
import { dialects } from "../src/dialects";
import { encodeCall, parseFrame } from "../src/frame";
import { validateRequest, validateResponse } from "../src/validate";
import { versions } from "../src/version";
import { payloadsOf } from "./payloads";

// One outcome of each kind; what the domain may decide is played in all its forms in the adapters' own tests.
const outcomes: { [T in ReportType]: Outcome<T> } = {
  booted: { type: "booted", registration: "pending", intervalSeconds: 30 },
  heartbeat: { type: "acknowledged" },
  "connector-status": { type: "acknowledged" },
  "token-presented": { type: "authorized", authorization: { status: "blocked", group: "G" } },
  session: {
    type: "session",
    session: "4711",
    authorization: { status: "accepted", expiresAt: new Date() },
    cost: "4.81",
    message: { text: "0.39 a kWh", language: "en" },
  },
  "meter-values": { type: "acknowledged" },
  variables: { type: "acknowledged" },
  "data-transfer": { type: "data-transfer", status: "unknown-vendor" },
  "transaction-status": { type: "acknowledged" },
  progress: { type: "acknowledged" },
  "file-received": { type: "acknowledged" },
  "local-list": { type: "acknowledged" },
  part: { type: "acknowledged" },
  held: { type: "acknowledged" },
  "session-tariff": { type: "acknowledged" },
  "vat-number-asked": { type: "vat-number" },
  "dynamic-limits": { type: "acknowledged" },
  "dynamic-limits-asked": {
    type: "dynamic-limits",
    period: { start: 0, limit: 10, phases: 1, more: { setpoint: -500, operationMode: "CentralSetpoint" } },
  },
  events: { type: "acknowledged" },
  "security-event": { type: "acknowledged" },
  streams: { type: "acknowledged" },
  "stream-data": { type: "acknowledged" },
  asked: { type: "acknowledged" },
};

describe.each(versions)("%s", (version) => {
  let messages: Message[];
  beforeAll(async () => {
    messages = await readMessages(version);
  });

  it("takes every payload that keeps to its schema, in both directions", () => {
    for (const { action, request, response } of messages) {
      fc.assert(
        fc.property(payloadsOf(request), (payload) => {
          expect(validateRequest(version, action, payload)).toEqual({ ok: true, payload, notes: [] });
        }),
        { numRuns: 25 },
      );
      if (!response) continue;
      fc.assert(
        fc.property(payloadsOf(response), (payload) => {
          expect(validateResponse(version, action, payload)).toEqual({ ok: true, payload, notes: [] });
        }),
        { numRuns: 25 },
      );
    }
  });

  it("makes a report of every valid message that it takes, and an answer that keeps to its schema", () => {
    for (const { action, request, response } of messages) {
      const adapter = dialects[version].inbound(action);
      if (!adapter) continue;
      fc.assert(
        fc.property(payloadsOf(request), (payload) => {
          const frame = parseFrame(encodeCall("1", action, payload), version);
          if (frame.kind !== "call") throw new Error("a call stays a call");
          const report = adapter.toReport(frame.payload, { receivedAt: new Date(), note: () => {} });
          if (!response) return;
          const answer = adapter.toAnswer(outcomes[report.type], { now: new Date() }, frame.payload);
          expect(validateResponse(version, action, answer)).toMatchObject({ ok: true });
        }),
        { numRuns: 100 },
      );
    }
  });

  it("makes something of every valid answer to a call of ours", () => {
    for (const { action, request, response } of messages) {
      const effect = dialects[version].effect(action);
      if (!effect || !response) continue;
      fc.assert(
        fc.property(payloadsOf(request), payloadsOf(response), (asked, answered) => {
          expect(effect.toAnswer(asked, answered).answer).toBeTypeOf("string");
          effect.toReports?.(asked, answered);
          effect.proof?.(asked);
        }),
        { numRuns: 50 },
      );
    }
  });
});
