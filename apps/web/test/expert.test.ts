import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addConnector, addFrame, addSession, addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  station = (await addStation(house, { identity: "CS-1", version: "2.0.1" })).id;
  await addConnector(house, station, { evse: 2 });
});
afterAll(() => house.close());

const send = (to: number, action: string, payload: object) =>
  console_.commands.send({ station: to, command: { type: "raw", action, payload }, ifOffline: "refuse" });

describe("the calls on the bench", () => {
  it("are those of the station's version, each with its block and purpose", async () => {
    const calls = await console_.expert.calls({ station });
    expect(calls).toHaveLength(40);
    expect(calls).toContainEqual({ action: "SetChargingProfile", block: "K", purpose: "install profile" });
    const { id } = await addStation(house, { identity: "CS-16", version: "1.6" });
    expect((await console_.expert.calls({ station: id })).map(({ action }) => action)).toContain(
      "RemoteStopTransaction",
    );
  });

  it("come with their schema, and with an example made of what the station is and does", async () => {
    const session = await addSession(house, station, { evse: 2, wireId: "their-name" });
    const { schema, example } = await console_.expert.action({ station, action: "RequestStopTransaction" });
    expect(schema.required).toEqual(["transactionId"]);
    expect(example).toEqual({ transactionId: "their-name" });
    await house.prisma.session.update({ where: { id: session.id }, data: { status: "ended" } });
    const profile = await console_.expert.action({ station, action: "SetChargingProfile" });
    expect(profile.example).toMatchObject({ evseId: 2 });
    expect(
      await console_.expert.check({ station, action: "SetChargingProfile", payload: { ...profile.example } }),
    ).toEqual([]);
  });

  it("are none of another version's, and none of a station that never connected", async () => {
    await expect(console_.expert.action({ station, action: "ChangeConfiguration" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const { id } = await addStation(house, { identity: "CS-NEW", version: null, connected: false });
    await expect(console_.expert.calls({ station: id })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });
});

describe("a payload", () => {
  const ofNewer = { type: "ImmediateAndResume" };

  it("is checked against the station's own version, with every path that is wrong", async () => {
    expect(await console_.expert.check({ station, action: "Reset", payload: { ...ofNewer, when: 1 } })).toEqual([
      expect.objectContaining({ path: "$.when" }),
      { path: "$.type", message: "must be one of Immediate, OnIdle" },
    ]);
    const { id } = await addStation(house, { identity: "CS-21", version: "2.1" });
    expect(await console_.expert.check({ station: id, action: "Reset", payload: ofNewer })).toEqual([]);
  });

  it("of another version is refused when it is sent, by the same path", async () => {
    await expect(send(station, "Reset", ofNewer)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      message: expect.stringContaining("$.type"),
    });
  });

  it("with a covered secret has to be completed before it goes out", async () => {
    const payload = {
      setVariableData: [
        { component: { name: "SecurityCtrlr" }, variable: { name: "BasicAuthPassword" }, attributeValue: "••••••••" },
      ],
    };
    expect(await console_.expert.check({ station, action: "SetVariables", payload })).toMatchObject([
      { path: "$.setVariableData[0].attributeValue" },
    ]);
  });
});

describe("what was sent", () => {
  it("is a command like any other, listed for the station and for whoever sent it, without its secrets", async () => {
    const { id: other } = await addStation(house, { identity: "CS-2", version: "2.0.1" });
    const secret = {
      setVariableData: [
        {
          component: { name: "SecurityCtrlr" },
          variable: { name: "BasicAuthPassword" },
          attributeValue: "tell-nobody",
        },
      ],
    };
    const { id } = await send(other, "SetVariables", secret);
    await send(station, "ClearCache", {});
    expect(await console_.commands.byId({ id })).toMatchObject({ command: { type: "raw" }, delivery: "queued" });

    const ofStation = await console_.expert.past({ station: other });
    expect(ofStation).toMatchObject([{ action: "SetVariables", by: "Ada", station: "CS-2", state: "queued" }]);
    expect(JSON.stringify(ofStation)).not.toContain("tell-nobody");
    const mine = await console_.expert.past({ station, mine: true });
    expect(mine.map(({ action }) => action)).toEqual(["ClearCache", "SetVariables"]);
    expect(await house.as(viewer).expert.past({ station, mine: true })).toEqual([]);
  });

  it("is followed: its frame and answer, what the station said after, and what changed there", async () => {
    const { id: quiet } = await addStation(house, { identity: "CS-3", version: "1.6" });
    const { id } = await send(quiet, "ChangeAvailability", { connectorId: 1, type: "Inoperative" });
    expect(await console_.expert.followed({ station: quiet, command: id })).toEqual({ frames: [], events: [] });

    const call = '[2,"c-1","ChangeAvailability",{"connectorId":1,"type":"Inoperative"}]';
    await addFrame(house, {
      station: quiet,
      direction: "out",
      action: "ChangeAvailability",
      call,
      answer: '[3,"c-1",{"status":"Accepted"}]',
    });
    await house.pool.query("UPDATE command SET message_id = 'c-1' WHERE id = $1", [id]);
    await addFrame(house, { station: quiet, action: "Heartbeat" });
    const question = await console_.commands.send({
      station: quiet,
      command: { type: "trigger", message: "status" },
      ifOffline: "refuse",
    });
    const asked = await addFrame(house, { station: quiet, direction: "out", action: "TriggerMessage" });
    await addFrame(house, { station: quiet, direction: "out", action: "GetConfiguration" });
    await house.pool.query("UPDATE command SET probe_of = $1, message_id = 'm-' || $3::int WHERE id = $2", [
      id,
      question.id,
      asked,
    ]);
    const said = '[2,"s-1","StatusNotification",{"connectorId":1,"status":"Unavailable","errorCode":"NoError"}]';
    await addFrame(house, { station: quiet, call: said });
    await house.pool.query(
      `INSERT INTO journal.event (id, type, station_id, at, received_at, data)
       VALUES (nextval('journal.event_id'), 'connector.unavailable', $1, now(), now(), $2)`,
      [quiet, { type: "connector.unavailable", evse: 1, connector: 1 }],
    );

    const followed = await console_.expert.followed({ station: quiet, command: id });
    expect(followed.frame).toMatchObject({ from: "us", action: "ChangeAvailability", answer: "Accepted" });
    expect(followed.frame?.latencyMs).toBeCloseTo(12, 0);
    expect(followed.reply).toContain('"Accepted"');
    expect(followed.frames).toMatchObject([
      { from: "us", action: "TriggerMessage" },
      { from: "station", action: "StatusNotification", says: "#1 Unavailable" },
    ]);
    expect(followed.events.map(({ event }) => event.type)).toEqual(["command.changed", "connector.unavailable"]);
    await expect(console_.expert.followed({ station, command: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a call that is kept by name", () => {
  const evening = { name: "Evening", version: "2.0.1", action: "ClearCache", payload: {} } as const;
  const colleague = { ...operator, id: viewer.id, name: viewer.name };

  it("is there for everybody of its version, its owner's first, and named once", async () => {
    await house.as(colleague).expert.save({ ...evening, name: "A colleague's" });
    await console_.expert.save(evening);
    const saved = await console_.expert.saved({ version: "2.0.1" });
    expect(saved.map(({ name, isMine, owner }) => [name, isMine, owner])).toEqual([
      ["Evening", true, "Ada"],
      ["A colleague's", false, "Bob"],
    ]);
    expect(await console_.expert.saved({ version: "2.1" })).toEqual([]);
    await expect(console_.expert.save(evening)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(console_.expert.save({ ...evening, name: " " })).rejects.toThrow(/needs a name/);
  });

  it("is kept without its secrets", async () => {
    const payload = { key: "AuthorizationKey", value: "tell-nobody" };
    const { id } = await console_.expert.save({ name: "Key", version: "1.6", action: "ChangeConfiguration", payload });
    const row = await house.prisma.savedCall.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain("tell-nobody");
    const audits = await house.prisma.audit.findMany({ where: { subject: `saved-call:${id}` } });
    expect(audits).toMatchObject([{ action: "saved-call.add", actor: "Ada" }]);
    expect(JSON.stringify(audits.map(({ after }) => after))).not.toContain("tell-nobody");
  });

  it("is renamed and removed by its owner only", async () => {
    const { id } = await console_.expert.save({ ...evening, name: "Mine" });
    const theirs = house.as(colleague);
    await expect(theirs.expert.rename({ id, name: "Theirs" })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await expect(theirs.expert.remove({ id })).rejects.toThrow(/is Ada's/);
    await expect(console_.expert.rename({ id, name: "Evening" })).rejects.toMatchObject({ code: "CONFLICT" });
    await console_.expert.rename({ id, name: "Still mine" });
    await console_.expert.remove({ id });
    await expect(console_.expert.remove({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
