import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addConnector, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
});
afterAll(() => house.close());

const auditOf = (site: number) =>
  house.prisma.audit.findMany({ where: { subject: `site:${site}` }, orderBy: { id: "asc" } });

describe("a site", () => {
  it("is made with all that is known of it, and changed with only what became another in the audit", async () => {
    const { id } = await console_.sites.create({
      name: "Harbour",
      timeZone: "Europe/Berlin",
      address: "Kai 4, Hamburg",
      position: { latitude: 53.54, longitude: 9.98 },
      contacts: [{ name: "Herr Adam", role: "keys", phone: "+49 221 555 0142", email: "" }],
      accessNotes: "Key in the box",
      quiet: { from: "22:00", to: "06:00" },
    });
    expect(await console_.sites.byId({ id })).toMatchObject({
      name: "Harbour",
      latitude: 53.54,
      contacts: [{ name: "Herr Adam", phone: "+49 221 555 0142" }],
      quietFrom: "22:00",
      quietTo: "06:00",
      stations: 0,
      powerW: 0,
    });

    await console_.sites.change({ id, address: "Kai 4, Hamburg", quiet: null, accessNotes: "" });
    expect(await console_.sites.byId({ id })).toMatchObject({ quietFrom: null, accessNotes: null, latitude: 53.54 });
    const [, changed] = await auditOf(id);
    expect(changed).toMatchObject({
      action: "site.change",
      before: { quietFrom: "22:00", quietTo: "06:00", accessNotes: "Key in the box" },
      after: { quietFrom: null, quietTo: null, accessNotes: null },
    });
    expect(changed?.after).not.toHaveProperty("address");
  });

  it("is refused with a name that is taken, half a position or half a night, and by who may only look", async () => {
    await console_.sites.create({ name: "Market", timeZone: "UTC" });
    const { id } = await console_.sites.create({ name: "Market 2", timeZone: "UTC" });
    await expect(console_.sites.change({ id, name: "Market" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(console_.sites.change({ id, quiet: { from: "25:00", to: "06:00" } })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await expect(console_.sites.change({ id, timeZone: "Mars/Olympus" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await expect(house.as(viewer).sites.change({ id, name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(console_.sites.byId({ id: 2_000_000 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(console_.sites.change({ id: 2_000_000 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("counts its approved stations by how they fare, alike in the list, on its page and on the map", async () => {
    const { id } = await console_.sites.create({
      name: "Park Süd",
      timeZone: "UTC",
      position: { latitude: 1, longitude: 2 },
    });
    const [faulted, charging] = await Promise.all(
      ["PARK-1", "PARK-2", "PARK-3"].map((identity) => addStation(house, { identity, site: "Park Süd" })),
    );
    await addStation(house, { identity: "PARK-4", site: "Park Süd", connected: false });
    await addStation(house, { identity: "PARK-5", site: "Park Süd", approval: "waiting" });
    await addConnector(house, faulted?.id ?? 0, { status: "faulted" });
    await addConnector(house, charging?.id ?? 0, { status: "occupied", activity: "charging" });
    await addSession(house, charging?.id ?? 0, { powerW: 11_000 });

    const fares = { stations: 4, offline: 1, faulted: 1, charging: 1 };
    expect(await console_.sites.byId({ id })).toMatchObject({ ...fares, powerW: 11_000 });
    expect((await console_.sites.find({ q: "park s" })).rows).toMatchObject([{ id, ...fares, powerW: 11_000 }]);
    const onMap = async (q: string) => (await console_.sites.onMap({ q })).filter((site) => site.id === id);
    expect(await onMap("")).toMatchObject([{ ...fares, latitude: 1, longitude: 2 }]);
    expect(await onMap("status:faulted")).toMatchObject([{ stations: 1, faulted: 1, offline: 0 }]);
    expect(await onMap("status:faulted connected:no")).toEqual([]);
  });

  it("comes in windows by its name, each site once", async () => {
    const names = Array.from({ length: 5 }, (_, n) => `Window ${n}`);
    for (const name of names) await console_.sites.create({ name, timeZone: "UTC" });
    const first = await console_.sites.find({ q: "window", limit: 3 });
    const second = await console_.sites.find({ q: "window", limit: 3, cursor: first.next });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(names);
    expect(second.next).toBeUndefined();
  });
});

describe("around a station", () => {
  it("its site's other stations are told apart from itself, and those that only seem connected from those that speak", async () => {
    const { id } = await addStation(house, { identity: "LAMP-1", site: "Lamps", connected: false });
    await addStation(house, { identity: "LAMP-2", site: "Lamps", heartbeatSeconds: 60, lastSeenAt: minutesAgo(2) });
    await addStation(house, { identity: "LAMP-3", site: "Lamps", heartbeatSeconds: 60, lastSeenAt: minutesAgo(20) });
    expect(await console_.stations.around({ station: id })).toMatchObject({
      others: { site: { name: "Lamps" }, all: 2, speaking: 1 },
      lastClose: null,
    });
    const alone = await addStation(house, { identity: "LAMP-4" });
    expect((await console_.stations.around({ station: alone.id })).others).toBeNull();
  });

  it("its own line is told by its last close and its reconnects, and by the days of its site", async () => {
    const { id } = await addStation(house, { identity: "LINE-1", site: "Lines" });
    const opened = [minutesAgo(30), minutesAgo(20), minutesAgo(10)];
    await house.prisma.connection.createMany({
      data: opened.map((openedAt, n) => ({
        epoch: 900_000 + n,
        stationId: id,
        gatewayId: 1,
        version: "2.0.1",
        remoteAddress: "10.0.0.1",
        authenticated: "password",
        openedAt,
        ...(n < 2 && { closedAt: minutesAgo(19 - n * 8), closeCode: n === 0 ? 1001 : 1006, closeReason: "gone" }),
      })),
    });
    expect(await console_.stations.around({ station: id })).toMatchObject({
      lastClose: { code: 1006, reason: "gone" },
      reconnects: 2,
    });
    const days = await console_.stations.connectionDays({ station: id });
    expect(days).toHaveLength(14);
    expect(days.reduce((sum, day) => sum + day.opened, 0)).toBe(3);
    expect(days.flatMap(({ closes }) => closes).map(({ code }) => code)).toEqual(expect.arrayContaining([1001, 1006]));
  });
});

describe("a station", () => {
  it("has notes with who and when, the latest first, audited when they come and go", async () => {
    const { id: station } = await addStation(house, { identity: "NOTE-1" });
    const first = await console_.stations.addNote({ station, text: " The key is under the mat. " });
    await console_.stations.addNote({ station, text: "It is not." });
    const { rows } = await console_.stations.notes({ station });
    expect(rows.map(({ text, by }) => [text, by])).toEqual([
      ["It is not.", operator.name],
      ["The key is under the mat.", operator.name],
    ]);
    await console_.stations.removeNote(first);
    expect((await console_.stations.notes({ station })).rows).toHaveLength(1);
    await expect(console_.stations.removeNote(first)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(house.as(viewer).stations.addNote({ station, text: "Hi" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const audits = await house.prisma.audit.findMany({ where: { subject: `station:${station}` } });
    expect(audits.map(({ action }) => action).toSorted()).toEqual([
      "station.note",
      "station.note",
      "station.remove-note",
    ]);
  });

  it("is told how it keeps to its protocol: odd frames by kind, each with its last", async () => {
    const { id: station } = await addStation(house, { identity: "ODD-1", clockSkewMs: -192_000 });
    const frames = [
      ["ok", null, "Heartbeat", 0],
      ["repeated", "repeated: answered as the first time", "TransactionEvent", 0],
      ["repeated", null, "TransactionEvent", 0],
      ["TypeConstraintViolation", "$.connectorId must be integer", "StatusNotification", 0],
      ["RpcFrameworkError", "no JSON", null, 0],
      ["ignored", "answers no open call of ours: it is late, repeated or made up", null, 0],
      ["ok", "time without zone, taken as UTC: 2026-11-23T10:00:00", "StatusNotification", 0],
      ["ok", "null payload", "Heartbeat", 0],
      ["timeout", "no answer in time", "Reset", 1],
      ["sent", null, "Reset", 1],
    ] as const;
    for (const [verdict, note, action, direction] of frames) {
      await house.pool.query(
        `INSERT INTO journal.frame (id, station_id, received_at, direction, action, call, verdict, note, epoch)
         VALUES (nextval('journal.frame_id'), $1, $2, $3, $4, '[]', $5, $6, 1)`,
        [station, minutesAgo(5), direction, action, verdict, note],
      );
    }
    const { notes, clockSkewMs } = await console_.stations.conformance({ station });
    expect(clockSkewMs).toBe(-192_000);
    expect(notes.map(({ kind, what, count }) => [kind, what, count]).toSorted()).toEqual(
      [
        ["no-answer", "Reset", 1],
        ["repeated", "TransactionEvent", 2],
        ["schema", "StatusNotification", 1],
        ["time", "time without zone, taken as UTC", 1],
        ["tolerated", "null payload", 1],
        ["unasked", "", 1],
        ["unreadable", "", 1],
      ].toSorted(),
    );
    const [{ frame = "" } = {}] = notes;
    expect(frame).toMatch(new RegExp(`^${station}\\.\\d+\\.\\d+$`));
  });
});
