import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addFrame, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
});
afterAll(() => house.close());

describe("a message in detail", () => {
  it("says what its fields mean and which values they may have, in the words of its version", async () => {
    const { id: station } = await addStation(house, { identity: "MEANS-1", version: "2.0.1" });
    const call =
      '[2,"x","StatusNotification",{"timestamp":"2026-11-23T10:00:00Z","evseId":1,"connectorId":1,"connectorStatus":"Ocupied"}]';
    await addFrame(house, {
      station,
      call,
      answer: '[4,"x","PropertyConstraintViolation","",{}]',
      verdict: "PropertyConstraintViolation",
    });
    const [row] = (await console_.messages.list({ station })).rows;
    const { meanings, violations } = await console_.messages.byRef({ ref: row?.id ?? "" });
    expect(meanings.call["$.connectorStatus"]?.values).toContain("Occupied");
    expect(meanings.call["$.evseId"]?.text).toMatch(/EVSE/);
    expect(violations).toMatchObject([{ path: "$.connectorStatus" }]);
  });

  it("has the command behind it, what was said again, and its neighbours in the session", async () => {
    const { id: station } = await addStation(house, { identity: "AROUND-1" });
    const command = await house.prisma.command.create({
      data: {
        stationId: station,
        type: "reset",
        command: { type: "reset" },
        createdAt: new Date(),
        expiresAt: new Date(),
        messageId: "asked",
      },
    });
    const names = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    for (const [index, name] of names.entries()) {
      await addFrame(house, {
        station,
        session: 7,
        at: minutesAgo(20 - index),
        call: `[2,"${name}","DataTransfer",{}]`,
      });
    }
    await addFrame(house, { station, at: minutesAgo(15.5), call: '[2,"else","DataTransfer",{}]' });
    await addFrame(house, {
      station,
      at: minutesAgo(1),
      direction: "out",
      action: "Reset",
      call: '[2,"asked","Reset",{}]',
    });
    await addFrame(house, {
      station,
      at: minutesAgo(0.5),
      direction: "out",
      action: "Reset",
      call: '[2,"asked","Reset",{}]',
    });

    const { rows } = await console_.messages.list({ station });
    const refOf = (name: string) => rows.find(({ messageId }) => messageId === name)?.id ?? "";
    const five = await console_.messages.around({ ref: refOf("five") });
    expect(five.neighbours.map(({ messageId }) => messageId)).toEqual([
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
    ]);
    expect(five.command).toBeUndefined();
    const asked = await console_.messages.around({ ref: refOf("asked") });
    expect(asked.command).toMatchObject({ id: command.id, type: "reset" });
    expect(asked.sameName).toHaveLength(1);
  });
});

describe("a capture", () => {
  const text = [
    '{"at":"2026-11-23T14:02:08.871Z","station":"OLD-1","version":"2.0.1","from":"station","call":[2,"a","StatusNotification",{"timestamp":"2026-11-23T10:00:00Z","evseId":1,"connectorId":1,"connectorStatus":"Ocupied"}],"answer":[4,"a","PropertyConstraintViolation","",{}],"answeredAt":"2026-11-23T14:02:08.885Z"}',
    '{"at":"2026-11-23T14:03:00Z","version":"1.6","from":"us","call":[2,"b","ChangeConfiguration",{"key":"AuthorizationKey","value":"00112233445566778899"}]}',
    "no frame at all",
  ].join("\n");

  it("is read and explained as a stored conversation is, and nothing of it is stored", async () => {
    const before = await house.pool.query("SELECT count(*) FROM journal.frame");
    const { messages, unread } = await house.as(viewer).messages.readCapture({ text });
    expect(unread).toBe(1);
    expect(messages).toMatchObject([
      { from: "us", action: "ChangeConfiguration", verdict: "no-answer" },
      {
        from: "station",
        station: "OLD-1",
        verdict: "error",
        latencyMs: 14,
        violations: [{ path: "$.connectorStatus" }],
      },
    ]);
    expect(JSON.stringify(messages)).not.toContain("0011223344");
    expect((await house.pool.query("SELECT count(*) FROM journal.frame")).rows).toEqual(before.rows);
  });
});
