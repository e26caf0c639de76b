import { readCapture } from "@chargehand/ocpp/capture";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportMessages, messageExport } from "../src/server/messages/export";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addFrame, addStation, minutesAgo } from "./network";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
  const { id: station } = await addStation(house, { identity: "CS-1", version: "1.6" });
  for (let n = 0; n < 1_203; n++) {
    const call = `[2,"n${n}","Authorize",{"idTag":"TAG-${n % 2}"}]`;
    await addFrame(house, { station, at: minutesAgo(60 - n / 100), action: "Authorize", call });
  }
  const secret = '[2,"s","ChangeConfiguration",{"key":"AuthorizationKey","value":"00112233445566778899"}]';
  await addFrame(house, { station, direction: "out", action: "ChangeConfiguration", call: secret });
});
afterAll(() => house.close());

async function taken(who: typeof operator, asked: object) {
  let text = "";
  const context = { ...house.context(who), person: who };
  for await (const part of exportMessages(context, messageExport.parse(asked))) text += part;
  return { text, ...readCapture(text) };
}

it("holds every message once, newest first, as a capture that can be read again", async () => {
  const { exchanges, unread } = await taken(operator, { q: "action:Authorize" });
  expect(unread).toEqual([]);
  expect(exchanges).toHaveLength(1_203);
  expect(new Set(exchanges.map(({ call }) => JSON.parse(call)[1])).size).toBe(1_203);
  expect(exchanges[0]).toMatchObject({ station: "CS-1", version: "1.6", from: "station" });
  expect(exchanges[0]?.at?.getTime()).toBeGreaterThan(exchanges.at(-1)?.at?.getTime() ?? 0);
});

it("covers what tells of people, the same person by the same word, and secrets in any case", async () => {
  const { text, exchanges } = await taken(viewer, {});
  expect(text).not.toContain("TAG-");
  const tags = exchanges.slice(1).map(({ call }) => JSON.parse(call)[3].idTag);
  expect(new Set(tags).size).toBe(2);
  expect(tags[0]).toBe(tags[2]);
  const whole = await taken(operator, { personal: true });
  expect(whole.text).toContain("TAG-1");
  expect(whole.text).not.toContain("0011223344");
});

it("gives what tells of people to nobody who may not read it", async () => {
  await expect(taken(viewer, { personal: true })).rejects.toMatchObject({ name: "Forbidden" });
});

it("ends where it was asked to", async () => {
  expect((await taken(operator, { q: "action:Authorize", most: 7 })).exchanges).toHaveLength(7);
});

it("is in the audit, with what was asked and whether it told of people", async () => {
  const entries = await house.prisma.audit.findMany({ where: { action: "messages.export" }, orderBy: { id: "asc" } });
  expect(entries.map(({ actor, after }) => [actor, after])).toContainEqual([
    "Ada",
    { q: "", withHeartbeats: false, personal: true },
  ]);
});
