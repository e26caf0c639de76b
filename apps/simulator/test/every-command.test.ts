import { readdirSync, readFileSync } from "node:fs";
import { senders } from "@chargehand/ocpp/generated/actions";
import { validateRequest, validateResponse } from "@chargehand/ocpp/validate";
import { describe, expect, it } from "vitest";
import type { Version } from "../src/dialects/dialect";
import { malformed } from "./blocks/with-blocks";
import { versions, withCsms } from "./stations";

const { csms, station } = withCsms();

type Payload = Record<string, unknown>;

const fixtures = new URL("../../../packages/ocpp/fixtures/", import.meta.url);

/** What a CSMS may ask, with payloads from the written conversations. */
function examplesOf(version: Version): Map<string, Payload[]> {
  const examples = new Map<string, Payload[]>();
  for (const file of readdirSync(new URL(`${version}/`, fixtures))) {
    for (const line of readFileSync(new URL(`${version}/${file}`, fixtures), "utf8")
      .trim()
      .split("\n")) {
      const { from, frame } = JSON.parse(line);
      if (from !== "csms" || frame[0] !== 2 || !validateRequest(version, frame[2], frame[3]).ok) continue;
      examples.set(frame[2], [...(examples.get(frame[2]) ?? []), frame[3]]);
    }
  }
  return examples;
}

const asked = (version: Version): string[] =>
  Object.entries(senders[version]).flatMap(([action, sender]) => (sender === "station" ? [] : [action]));

/** The same payload with one thing left out or replaced by nonsense, each way that its schema forbids. */
function brokenBy(version: Version, action: string, payload: Payload): Payload[] {
  const broken = Object.keys(payload).flatMap((name) => [
    { ...payload, [name]: undefined },
    { ...payload, [name]: true },
    { ...payload, [name]: [[]] },
    { ...payload, [name]: { odd: true } },
    { ...payload, [name]: "x".repeat(20_000) },
  ]);
  return broken.filter((one) => !validateRequest(version, action, one).ok);
}

describe.each(versions)("a station of %s", (version) => {
  const examples = examplesOf(version);

  it.each(asked(version))(
    "answers %s by its schema, and what makes no sense with the code of its version",
    async (action) => {
      const payloads = examples.get(action) ?? [];
      expect(payloads.length).toBeGreaterThan(0);
      await station({ version, secret: "00112233445566778899aabbccddeeff" }).connect();
      for (const payload of payloads) {
        for (const broken of brokenBy(version, action, payload)) {
          const answer = await csms().command(action, broken);
          expect([JSON.stringify(broken), answer[0], answer[2]]).toEqual([
            JSON.stringify(broken),
            4,
            malformed[version],
          ]);
        }
      }
      const [payload = {}] = payloads;
      const [type, , result] = await csms().command(action, payload);
      expect(type).toBe(3);
      expect(validateResponse(version, action, result)).toMatchObject({ ok: true });
    },
  );

  it("refuses everything in words of its version, when it is told to", async () => {
    const virtual = station({ version, faults: { reject: "all" } });
    await virtual.connect();
    for (const action of asked(version)) {
      const [type, , result] = await csms().command(action, examples.get(action)?.[0] ?? {});
      if (type === 3) expect([action, validateResponse(version, action, result).ok]).toEqual([action, true]);
      else expect([action, result]).toEqual([action, "InternalError"]);
    }
  });
});
