import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { addConnector, addFrame, addSample, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  station = (await addStation(house, { identity: "CS-1", site: "Hafen" })).id;
});
afterAll(() => house.close());

describe("the list of sessions", () => {
  it("is newest first, in windows, and can be narrowed", async () => {
    const open = await addSession(house, station, { receivedAt: minutesAgo(1), token: "DEADBEEF" });
    const ended = await addSession(house, station, { status: "ended", receivedAt: minutesAgo(2) });
    const odd = await addSession(house, station, { status: "ended", receivedAt: minutesAgo(3), attention: ["gap"] });
    const ids = async (input: object) => (await console_.sessions.list(input)).rows.map(({ id }) => id);

    expect(await ids({})).toEqual([open.id, ended.id, odd.id]);
    expect(await ids({ only: "open" })).toEqual([open.id]);
    expect(await ids({ only: "ended" })).toEqual([ended.id, odd.id]);
    expect(await ids({ only: "attention" })).toEqual([odd.id]);
    expect(await ids({ text: "dead hafen" })).toEqual([open.id]);
    expect(await ids({ station: station + 1 })).toEqual([]);

    const { next } = await console_.sessions.list({ limit: 2 });
    expect(await ids({ cursor: next })).toEqual([odd.id]);
    expect(await console_.sessions.counts()).toEqual({ open: 1, today: 2, attention: 1 });
  });
});

describe("a session", () => {
  it("explains its end: who asked for it, what broke around it, what never arrived", async () => {
    const neighbour = await addStation(house, { identity: "CS-2", site: "Hafen" });
    const endedAt = minutesAgo(20);
    const link = { gatewayId: 1, version: "2.0.1", remoteAddress: "::1", authenticated: "password" };
    await house.prisma.connection.createMany({
      data: [
        { ...link, epoch: 1n, stationId: station, openedAt: minutesAgo(90), closedAt: endedAt },
        { ...link, epoch: 2n, stationId: station, openedAt: minutesAgo(15) },
        { ...link, epoch: 3n, stationId: neighbour.id, openedAt: minutesAgo(90), closedAt: endedAt },
      ],
    });
    const asked = {
      stationId: station,
      type: "stop",
      requestedBy: operator.id,
      expiresAt: new Date(),
      delivery: "sent",
    };
    const stop = await house.prisma.command.create({
      data: { ...asked, command: { type: "stop", session: "their-name" }, sentAt: minutesAgo(20.1) },
    });
    const { id } = await addSession(house, station, {
      wireId: "their-name",
      status: "ended",
      startedAt: minutesAgo(60),
      receivedAt: minutesAgo(60),
      endedAt,
      endReceivedAt: minutesAgo(14),
      offline: true,
      seen: "0-3,6",
      endSequence: 6,
      attention: ["gap"],
      meterStartWh: 1_000,
      meterEndWh: 9_000,
    });
    await addSample(house, { session: id, station, at: minutesAgo(50), powerW: 48_300 });

    expect(await console_.sessions.byId({ id })).toMatchObject({
      energyWh: 8_000,
      peakPowerW: 48_300,
      missing: [[4, 5]],
      startedByCommand: null,
      stoppedByCommand: { id: stop.id, by: "Ada" },
      around: {
        dropped: [{ station: "CS-2", at: endedAt, connectors: 0 }],
        siteStations: 2,
        disconnectedAt: endedAt,
        reconnectedAt: expect.any(Date),
      },
    });
  });

  it("proves its end and its station's start with their messages, and leaves out what we closed ourselves", async () => {
    const { id: plant } = await addStation(house, { identity: "CS-4", site: "Dark" });
    const { id: other } = await addStation(house, { identity: "CS-5", site: "Dark" });
    const { id: ours } = await addStation(house, { identity: "CS-6", site: "Dark" });
    await addConnector(house, other);
    await addConnector(house, other, { connector: 2 });
    const [endedAt, lostAt, bootedAt, toldAt] = [40, 39.5, 34, 33].map(minutesAgo);
    if (!lostAt || !bootedAt || !toldAt) throw new Error("four times");
    const link = { gatewayId: 1, version: "2.0.1", remoteAddress: "::1", authenticated: "password" };
    const until = (stationId: number, epoch: bigint, seconds: number, closeCode = 1006) => ({
      ...{ ...link, stationId, epoch, closeCode, openedAt: minutesAgo(90) },
      closedAt: new Date(lostAt.getTime() + seconds * 1_000),
    });
    await house.prisma.connection.createMany({
      data: [until(plant, 11n, 0), until(other, 12n, 4), until(ours, 13n, 0, 1012)],
    });
    const { id } = await addSession(house, plant, { status: "ended", endedAt, endReceivedAt: toldAt, offline: true });
    await addFrame(house, { station: plant, session: id, at: toldAt, action: "TransactionEvent" });
    await addFrame(house, { station: plant, at: bootedAt, action: "BootNotification" });
    await house.pool.query(
      `INSERT INTO journal.event (id, type, station_id, at, received_at, data)
       VALUES (nextval('journal.event_id'), 'station.booted', $1, $2, $2, '{"type": "station.booted", "reason": "PowerUp"}')`,
      [plant, bootedAt],
    );

    const { around } = await console_.sessions.byId({ id });
    expect(around).toMatchObject({
      dropped: [{ station: "CS-5", connectors: 2, at: new Date(lostAt.getTime() + 4_000) }],
      disconnectedAt: lostAt,
      bootedAt,
    });
    expect(await console_.messages.byRef({ ref: around.endFrame ?? "" })).toMatchObject({ action: "TransactionEvent" });
    expect(await console_.messages.byRef({ ref: around.bootFrame ?? "" })).toMatchObject({
      action: "BootNotification",
    });
  });

  it("was not stopped by a command that came after its end", async () => {
    const { id } = await addSession(house, station, {
      wireId: "late",
      status: "ended",
      endedAt: minutesAgo(20),
      endReceivedAt: minutesAgo(20),
    });
    await house.prisma.command.create({
      data: {
        stationId: station,
        type: "stop",
        command: { type: "stop", session: "late" },
        expiresAt: new Date(),
        delivery: "sent",
        sentAt: minutesAgo(10),
      },
    });
    expect(await console_.sessions.byId({ id })).toMatchObject({ stoppedByCommand: null });
  });

  it("comes with its readings since its start, also those that were told a day late", async () => {
    const { id } = await addSession(house, station, { meterStartWh: 5_000 });
    await addSample(house, { session: id, station, at: minutesAgo(2), powerW: 7_000, energyWh: 5_100, soc: 41 });
    await addSample(house, { session: id, station, at: minutesAgo(1), powerW: 7_200, energyWh: 5_220, soc: 42 });
    expect(await console_.sessions.samples({ id })).toMatchObject({
      powerW: [7_000, 7_200],
      energyWh: [100, 220],
      stateOfCharge: [41, 42],
      gaps: [],
    });
  });

  it("has a timeline of what happened at its connector, with the frames that carried it", async () => {
    const { id } = await addSession(house, station, { evse: 2 });
    const event = (data: object) =>
      house.pool.query(
        `INSERT INTO journal.event (id, type, station_id, session_id, at, received_at, data)
         VALUES (nextval('journal.event_id'), $1::jsonb->>'type', $2, ($1::jsonb->>'session')::int, now(), now(), $1::jsonb)`,
        [JSON.stringify(data), station],
      );
    await event({ type: "connector.occupied", evse: 2, connector: 1 });
    await event({ type: "connector.occupied", evse: 1, connector: 1 });
    await event({ type: "session.started", session: id });
    await event({ type: "session.started", session: id + 1_000 });
    await addFrame(house, { station, session: id, action: "TransactionEvent" });
    await addFrame(house, { station, session: id + 1_000 });

    const { events, frames } = await console_.sessions.timeline({ id });
    expect(events.map(({ event: { type } }) => type)).toEqual(["connector.occupied", "session.started"]);
    expect(frames).toMatchObject([{ action: "TransactionEvent" }]);
    expect(await console_.messages.byRef({ ref: frames[0]?.ref ?? "" })).toMatchObject({ sessionId: String(id) });
  });
});
