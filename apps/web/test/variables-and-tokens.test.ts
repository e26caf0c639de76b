import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { addSession, addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
});
afterAll(() => house.close());

describe("a station's variables", () => {
  const variable = (component: string, name: string) => ({
    key: `${component}////${name}/`.toLowerCase(),
    component,
    name,
    attribute: "actual",
    reportedAt: new Date(),
  });

  it("are in the chapters of their components, without the values of secrets", async () => {
    const { id: stationId } = await addStation(house, { identity: "CS-1" });
    await house.prisma.variable.createMany({
      data: [
        {
          ...variable("OCPPCommCtrlr", "HeartbeatInterval"),
          value: "300",
          mutability: "read-write",
          type: "integer",
          unit: "s",
        },
        { ...variable("OCPPCommCtrlr", "HeartbeatInterval"), attribute: "max-set", value: "3600" },
        { ...variable("SecurityCtrlr", "BasicAuthPassword"), value: "tell-nobody", mutability: "write-only" },
      ].map((row) => ({ ...row, stationId })),
    });
    const rows = await console_.variables.list({ station: stationId });
    expect(rows).toMatchObject([
      { group: "connection", value: "300", type: "integer", unit: "s", mutability: "read-write" },
      { group: "security", mutability: "read-only" },
    ]);
    expect(JSON.stringify(rows)).not.toContain("tell-nobody");
  });

  it("say what became of the last write", async () => {
    const { id: station } = await addStation(house, { identity: "CS-2" });
    const interval = variable("OCPPCommCtrlr", "HeartbeatInterval");
    await house.prisma.variable.create({ data: { ...interval, stationId: station, value: "300" } });
    const writes = [{ variable: { component: "ocppcommctrlr", name: "heartbeatinterval" }, value: "60" }];
    const { id } = await console_.variables.write({ station, writes, ifOffline: "refuse" });
    const write = async () => (await console_.variables.list({ station }))[0]?.write;
    const becomes = (data: object) => house.prisma.command.update({ where: { id }, data });

    expect(await write()).toEqual({ is: "writing", value: "60" });
    await becomes({ delivery: "sent", answer: "reboot-required" });
    expect(await write()).toEqual({ is: "reboot-required", value: "60" });
    await becomes({ answer: "rejected", detail: "out of range" });
    expect(await write()).toEqual({ is: "rejected", value: "60", detail: "out of range" });
    await becomes({ answer: "accepted", proof: "confirmed", detail: null });
    expect(await write()).toBeUndefined();
  });

  it("are asked for with a command", async () => {
    const { id: station } = await addStation(house, { identity: "CS-3", version: "1.6" });
    const { id } = await console_.variables.refresh({ station });
    expect(await console_.commands.byId({ id })).toMatchObject({
      command: { type: "read-variables" },
      delivery: "queued",
    });
  });
});

describe("tokens", () => {
  it("are added once, whatever the case of their letters, and found by any part", async () => {
    await console_.tokens.add({ value: "DeadBeef", kind: "iso14443", group: "fleet" });
    await expect(console_.tokens.add({ value: " deadbeef", kind: "iso14443" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { rows } = await console_.tokens.list({ text: "fleet beef" });
    expect(rows).toMatchObject([{ value: "DeadBeef", kind: "iso14443", standing: "active" }]);
  });

  it("can be blocked, unblocked and removed; the gateway's caches hear of each", async () => {
    const { id } = await console_.tokens.add({ value: "CAFE" });
    await console_.tokens.block({ id });
    expect((await console_.tokens.list({ text: "cafe" })).rows).toMatchObject([{ standing: "blocked" }]);
    expect((await console_.tokens.list({ status: "active", text: "cafe" })).rows).toEqual([]);
    await console_.tokens.unblock({ id });
    await console_.tokens.remove({ id });
    await expect(console_.tokens.remove({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });

    const events = await house.pool.query(
      "SELECT data FROM journal.event WHERE type = 'token.changed' AND data->>'token' = 'CAFE'",
    );
    expect(events.rowCount).toBe(4);
    const audits = await house.prisma.audit.findMany({ where: { subject: `token:${id}` }, orderBy: { id: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual(["token.add", "token.block", "token.unblock", "token.remove"]);
  });

  it("say where they charge now", async () => {
    await console_.tokens.add({ value: "ABBA" });
    const { id: station } = await addStation(house, { identity: "CS-9" });
    const session = await addSession(house, station, { token: "abba" });
    expect((await console_.tokens.list({ text: "abba" })).rows).toMatchObject([
      { charging: { sessionId: String(session.id), station: "CS-9" } },
    ]);
  });
});
