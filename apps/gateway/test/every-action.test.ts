import { isDeepStrictEqual } from "node:util";
import type { CommandAnswer } from "@chargehand/domain/command";
import type { ProofPlan } from "@chargehand/domain/proof";
import { dialects } from "@chargehand/ocpp/dialects";
import { validateResponse } from "@chargehand/ocpp/validate";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Step, stepsOf, subjectsOf } from "./conversations";
import { startTestGateway, type TestGateway, versions } from "./harness";
import { type Fate, type Operator, startOperator } from "./operator";

let gateway: TestGateway;
let operator: Operator;
beforeAll(async () => {
  gateway = await startTestGateway();
  operator = await startOperator(gateway);
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

/** Gives a command in the station's own words, as the console and the API do. */
async function give(identity: string, action: string, payload: object): Promise<number> {
  return operator.give(identity, { type: "raw", action, payload });
}

const settled = (id: number, fits: (fate: Fate) => boolean) =>
  waitFor(
    async () => {
      const fate = await operator.fate(id);
      return fits(fate) ? fate : undefined;
    },
    { what: `command ${id} to settle` },
  );

/** Answers whatever the station is asked as the conversation does, also what is asked to read something back. */
async function answerAll(station: RawClient, steps: readonly Step[]) {
  const asked = steps.filter((step) => step.kind === "from-us");
  for (;;) {
    const text = await station.next({ fits: (frame) => frame.startsWith("[2,"), timeoutMs: 60_000 });
    const [, id, action, payload] = JSON.parse(text);
    const step =
      asked.find((other) => other.action === action && isDeepStrictEqual(other.payload, payload)) ??
      asked.find((other) => other.action === action);
    station.send(JSON.stringify([3, id, step?.answer]));
  }
}

// What we answer to these is decided by more than the message: by tokens, sessions and the time.
const decided = [
  "Authorize",
  "BootNotification",
  "Heartbeat",
  "StartTransaction",
  "StopTransaction",
  "TransactionEvent",
];

// What follows a call proves it, but for these: here it comes otherwise, or there is nothing that follows.
const proofsBySubject: Record<string, string[]> = {
  // The conversation lists the streams before their pace is changed, and not once more.
  streams: ["confirmed", "waiting", "unproven"],
  failures: ["unproven"],
  commands: ["waiting", "confirmed", "unproven"],
};

function wantedProofs(subject: string, meaning: CommandAnswer | undefined, plan: ProofPlan | undefined): string[] {
  if (!plan) return ["none"];
  if (meaning?.answer === "scheduled") return ["waiting"];
  if (meaning?.answer !== "accepted") return ["none"];
  if (meaning.complete || plan.watch.for === "answer") return ["confirmed"];
  return proofsBySubject[subject] ?? ["confirmed"];
}

describe.each(versions)("a station of %s", (version) => {
  it.each(subjectsOf(version))("and we say all there is to say about %s, and it is kept", async (subject) => {
    const identity = `${subject}-${version}`;
    const station = await gateway.boot(identity, version);
    const steps = stepsOf(version, subject);
    const ended = answerAll(station, steps).catch((error: Error) => error.message);

    const given: { step: Step; id: number }[] = [];
    for (const step of steps) {
      if (step.kind === "send") station.send(JSON.stringify([6, crypto.randomUUID(), step.action, step.payload]));
      if (step.kind === "from-station") await say(station, step);
      if (step.kind !== "from-us") continue;
      const id = await give(identity, step.action, step.payload);
      await settled(id, ({ answer }) => answer !== null);
      given.push({ step, id });
    }

    for (const { step, id } of given) await expectFollowed(step, id);
    await expectKept(identity, steps);
    station.close();
    expect(await ended).toMatch(/closed/);
  });

  async function say(station: RawClient, { action, payload, answer: expected }: Step) {
    const [type, , answer] = await station.call(action, payload);
    expect([action, type]).toEqual([action, 3]);
    expect(validateResponse(version, action, answer)).toMatchObject({ ok: true });
    if (decided.includes(action)) return;
    // The one answer with a time in it.
    const timeless = action === "GetCertificateChainStatus" ? withoutTimes : (value: unknown) => value;
    expect([action, timeless(answer)]).toEqual([action, timeless(expected)]);
  }

  async function expectFollowed({ action, payload, answer, subject }: Step, id: number) {
    const effect = dialects[version].effect(action);
    const meaning = effect?.toAnswer(payload, answer);
    const plan = effect?.proof?.(payload);
    const wanted = wantedProofs(subject, meaning, plan);
    const row = await settled(id, ({ proof }) => wanted.includes(proof));
    expect(row).toMatchObject({
      delivery: "sent",
      action,
      payload,
      response: answer,
      answer: meaning?.answer,
      detail: meaning?.detail ?? null,
    });
    if (subject === "failures" && row.proof === "unproven") {
      expect(row.evidence).toMatch(/^(it failed: the station reports \w+|accepted, not effective: .*)$/);
    }
  }

  async function expectKept(identity: string, steps: readonly Step[]) {
    const said = steps.filter(({ kind }) => kind !== "from-us").map(({ action }) => action);
    const kept = await waitFor(
      async () => {
        const rows = await gateway.rows<{ action: string; answered: boolean }>(
          `SELECT f.action, f.answer IS NOT NULL AS answered FROM journal.frame f JOIN station s ON s.id = f.station_id
           WHERE s.identity = $1 AND f.direction = 0 AND f.verdict IN ('ok', 'repeated') ORDER BY f.id`,
          identity,
        );
        // The boot with which the test begins is none of the conversation's.
        return rows.length >= said.length + 1 ? rows.slice(1) : undefined;
      },
      { what: `${said.length} frames of ${identity}` },
    );
    expect(kept.map(({ action }) => action)).toEqual(said);
    expect(kept.filter(({ answered }) => !answered).map(({ action }) => action)).toEqual(
      steps.filter(({ kind }) => kind === "send").map(({ action }) => action),
    );
  }
});

const withoutTimes = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, field) => (key === "nextUpdate" ? "some time" : field)));

describe("a call in the words of another version", () => {
  it.each([
    ["1.6", "Reset", { type: "Immediate" }, "error", "Reset: $.type must be one of Hard, Soft"],
    ["1.6", "GetVariables", {}, "unsupported", "OCPP 1.6 has no GetVariables that a station could be sent"],
    ["2.0.1", "Reset", { type: "ImmediateAndResume" }, "error", "Reset: $.type must be one of Immediate, OnIdle"],
    ["2.0.1", "UnlockConnector", { connectorId: 1 }, "error", "UnlockConnector: $.evseId is required"],
    ["2.0.1", "SetDERControl", {}, "unsupported", "OCPP 2.0.1 has no SetDERControl that a station could be sent"],
    [
      "2.1",
      "ReserveNow",
      { connectorId: 1, expiryDate: "2026-05-01T10:00:00Z", idTag: "A", reservationId: 1 },
      "error",
      "ReserveNow: $.id is required",
    ],
    ["2.1", "Heartbeat", {}, "unsupported", "OCPP 2.1 has no Heartbeat that a station could be sent"],
  ] as const)("to a station of %s, %s %o, is never sent", async (version, action, payload, answer, detail) => {
    const identity = `WRONG-${version}`;
    const station = await gateway.boot(identity, version);
    const id = await give(identity, action, payload);
    expect(await settled(id, (row) => row.answer !== null)).toMatchObject({ answer, detail, proof: "none" });
    // What was given after it is said, so it would have been said by now.
    const last = await give(identity, "ClearCache", {});
    const text = await station.next({ fits: (frame) => frame.startsWith("[2,") });
    expect(JSON.parse(text)[2]).toBe("ClearCache");
    station.send(JSON.stringify([3, JSON.parse(text)[1], { status: "Accepted" }]));
    await settled(last, (row) => row.answer === "accepted");
    station.close();
  });
});
