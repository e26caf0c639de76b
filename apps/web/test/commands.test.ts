import type { Command } from "@chargehand/domain/command";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandState } from "../src/features/commands/command-view";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addConnector, addSession, addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let online: number;
let offline: number;
let old: number;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  online = (await addStation(house, { identity: "ON" })).id;
  offline = (await addStation(house, { identity: "OFF", connected: false })).id;
  old = (await addStation(house, { identity: "OLD", version: "1.6" })).id;
});
afterAll(() => house.close());

const reset: Command = { type: "reset", when: "now" };
const send = (station: number, command: Command, more: object = {}) =>
  console_.commands.send({ station, command, ifOffline: "refuse", ...more });

describe("sending a command", () => {
  it("queues it, tells everybody and rings the gateway, all at once", async () => {
    const bells: string[] = [];
    const off = await house.bus.subscribe("commands", (station) => bells.push(station));
    const { id } = await send(online, { type: "trigger", message: "boot" }, { reason: "driver on the phone" });
    await expect.poll(() => bells).toEqual([String(online)]);
    off();

    const view = await console_.commands.byId({ id });
    expect(view).toMatchObject({
      station: "ON",
      command: { type: "trigger", message: "boot" },
      by: "Ada",
      reason: "driver on the phone",
      delivery: "queued",
      proof: "none",
    });
    expect(commandState(view)).toBe("queued");
    const audits = await house.prisma.audit.findMany({ where: { action: "command.trigger" } });
    expect(audits).toMatchObject([{ actor: "Ada", subject: `station:${online}`, after: { command: id } }]);
    const { rows } = await house.pool.query("SELECT data FROM journal.event WHERE command_id = $1", [id]);
    expect(rows).toMatchObject([{ data: { type: "command.changed", delivery: "queued" } }]);
  });

  it("holds what interrupts drivers when asked to, and only that", async () => {
    const held = await console_.commands.byId(await send(online, reset, { hold: true }));
    expect(held.delivery).toBe("held");
    expect(Number(held.heldUntil) - Number(held.createdAt)).toBe(5_000);
    expect(Number(held.expiresAt)).toBeGreaterThan(Number(held.heldUntil));

    const plain = await console_.commands.byId(
      await send(online, { type: "trigger", message: "boot" }, { hold: true }),
    );
    expect(plain).toMatchObject({ delivery: "queued", heldUntil: undefined });
  });

  it("keeps a reset of 1.6 that waits for sessions for a day, because the station cannot wait by itself", async () => {
    const patience = async (station: number) => {
      const { createdAt, expiresAt } = await console_.commands.byId(
        await send(station, { type: "reset", when: "idle" }),
      );
      return (Number(expiresAt) - Number(createdAt)) / 1_000;
    };
    expect([await patience(old), await patience(online)]).toEqual([86_400, 60]);
  });

  it("starts for somebody on the phone: why is a must, and stays with it; who pays nobody can copy", async () => {
    const order = { station: online, evse: 2, reason: "card is lost, ticket 4711" };
    const free = await console_.commands.byId(
      await console_.commands.startForSupport({ ...order, billing: { to: "nobody" } }),
    );
    expect(free).toMatchObject({
      reason: order.reason,
      command: { type: "start", evse: 2, token: { value: expect.stringMatching(/^SUPPORT-[0-9A-F]{10}$/) } },
    });
    const token = { value: "CAFE01", kind: "iso14443" };
    const billed = await console_.commands.byId(
      await console_.commands.startForSupport({ ...order, billing: { to: "token", ...token } }),
    );
    expect(billed.command).toMatchObject({ token });
    const audits = await house.prisma.audit.findMany({ where: { action: "command.start" } });
    expect(audits.map(({ after }) => after)).toMatchObject([{ reason: order.reason }, { reason: order.reason }]);
    await expect(
      console_.commands.startForSupport({ ...order, reason: " ", billing: { to: "nobody" } }),
    ).rejects.toThrow(/Say why/);
    await expect(
      house.as(viewer).commands.startForSupport({ ...order, billing: { to: "nobody" } }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses an offline station, or keeps the command for as long as was said", async () => {
    await expect(send(offline, reset)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      message: "OFF is offline.",
    });
    const { id } = await send(offline, reset, { ifOffline: "queue", expiresInSeconds: 120 });
    const { createdAt, expiresAt } = await console_.commands.byId({ id });
    expect(Number(expiresAt) - Number(createdAt)).toBe(120_000);
  });

  it("refuses what the station's version has no words for, in its words", async () => {
    await expect(send(old, { type: "ask-transaction-status" })).rejects.toThrow(/OCPP 1\.6/);
    await expect(send(old, { ...reset, evse: 1 })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });

  it("refuses a station that nobody approved", async () => {
    const { id } = await addStation(house, { identity: "NEW", approval: "waiting" });
    await expect(send(id, reset)).rejects.toThrow(/waiting/);
  });

  it("names a session as the station knows it, and refuses to stop one that is over", async () => {
    await addConnector(house, online, { evse: 2 });
    const session = await addSession(house, online, { evse: 2, wireId: "their-name" });
    const { id } = await send(online, { type: "stop", session: String(session.id) });
    expect(await console_.commands.byId({ id })).toMatchObject({ command: { session: "their-name" }, place: "2" });

    const over = await addSession(house, online, { status: "ended" });
    await expect(send(online, { type: "stop", session: String(over.id) })).rejects.toThrow(/not running/);
    await expect(send(old, { type: "stop", session: String(session.id) })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("never writes a secret like a setting", async () => {
    const writes = [{ variable: { component: "SecurityCtrlr", name: "BasicAuthPassword" }, value: "tell-nobody-16ch" }];
    await expect(send(online, { type: "write-variables", writes })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
  });

  it("leaves nothing behind when it is refused", async () => {
    const before = await house.prisma.audit.count();
    await expect(send(offline, reset)).rejects.toThrow();
    expect(await house.prisma.audit.count()).toBe(before);
  });
});

describe("taking a command back", () => {
  it("works while it is held or queued", async () => {
    const { id } = await send(online, reset, { hold: true });
    await console_.commands.cancel({ id });
    expect(await console_.commands.byId({ id })).toMatchObject({ delivery: "cancelled" });
    await expect(console_.commands.cancel({ id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is too late once it has left, and says so", async () => {
    const { id } = await send(online, reset);
    await house.prisma.command.update({ where: { id }, data: { delivery: "sent", sentAt: new Date() } });
    await expect(console_.commands.cancel({ id })).rejects.toThrow(/left already/);
    expect(await house.prisma.command.findUnique({ where: { id } })).toMatchObject({ delivery: "sent" });
  });
});

describe("the list of commands", () => {
  it("is newest first, in windows, and can be narrowed to a station, to mine, and to what is unproven", async () => {
    const { id: station } = await addStation(house, { identity: "LIST" });
    const ids: number[] = [];
    for (const message of ["boot", "heartbeat", "firmware-status"] as const) {
      ids.push((await send(station, { type: "trigger", message })).id);
    }
    const first = await console_.commands.list({ station, limit: 2 });
    expect(first.rows.map(({ id }) => Number(id))).toEqual([ids[2], ids[1]]);
    expect((await console_.commands.list({ station, cursor: first.next })).rows).toHaveLength(1);
    expect((await house.as(viewer).commands.list({ station, mine: true })).rows).toEqual([]);

    await house.prisma.command.update({
      where: { id: ids[0] },
      data: { delivery: "sent", answer: "accepted", proof: "unproven", unprovenAt: new Date() },
    });
    const unproven = await console_.commands.list({ station, only: "unproven" });
    expect(unproven.rows.map(({ id }) => Number(id))).toEqual([ids[0]]);
    expect((await console_.commands.list({ station, only: "open" })).rows.map(({ id }) => Number(id))).toEqual([
      ids[2],
      ids[1],
    ]);
  });

  it("says behind which command one waits", async () => {
    const { id: station } = await addStation(house, { identity: "QUEUE" });
    const { id } = await send(station, reset);
    await send(station, { type: "trigger", message: "boot" });
    expect((await console_.commands.list({ station })).rows[0]?.behind).toEqual({ id: String(id), type: "reset" });
  });
});
