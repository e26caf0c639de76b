import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  station = (await addStation(house, { identity: "CS-1" })).id;
});
afterAll(() => house.close());

const ids = async (only: "open" | "ended" | "attention") =>
  (await console_.sessions.list({ only })).rows.map(({ id }) => id);

describe("a session that does not add up", () => {
  it("is shown no longer once it was looked at, and again when that is taken back", async () => {
    const { id } = await addSession(house, station, { status: "ended", attention: ["gap", "stale"] });
    const { decision } = await console_.sessions.decide({ id, decision: { kind: "check", reason: "gap" } });
    expect((await console_.sessions.byId({ id })).attention).toEqual(["stale"]);
    expect(await ids("attention")).toContain(id);
    await console_.sessions.decide({ id, decision: { kind: "check", reason: "stale" } });
    expect(await ids("attention")).not.toContain(id);

    await console_.sessions.undo({ id: decision });
    expect((await console_.sessions.byId({ id })).attention).toEqual(["gap"]);
    expect(await ids("attention")).toContain(id);
    expect(await console_.sessions.decisions({ id })).toMatchObject([
      { kind: "check", reason: "stale", madeBy: operator.name, undoneAt: null },
      { kind: "check", reason: "gap", undoneBy: operator.name },
    ]);
    await expect(console_.sessions.undo({ id: decision })).rejects.toThrow("taken back already");
  });

  it("that never ended is closed at its last reading, and runs again when that is taken back", async () => {
    const meterAt = minutesAgo(3 * 24 * 60);
    const { id } = await addSession(house, station, {
      startedAt: minutesAgo(4 * 24 * 60),
      receivedAt: minutesAgo(4 * 24 * 60),
      meterAt,
      meterStartWh: 100,
      meterWh: 700,
    });
    expect(await console_.sessions.byId({ id })).toMatchObject({ status: "open", attention: ["not-ended"] });
    expect(await ids("attention")).toContain(id);
    const bells: string[] = [];
    const off = await house.bus.subscribe("commands", (rung) => bells.push(rung));
    const { decision } = await console_.sessions.decide({
      id,
      decision: { kind: "close", note: "the car is long gone" },
    });
    // Its gateway has the session in hand.
    await expect.poll(() => bells).toEqual([String(station)]);
    off();
    expect(await console_.sessions.byId({ id })).toMatchObject({
      status: "ended",
      endedBy: "person",
      endedAt: meterAt,
      energyWh: 600,
      attention: [],
    });
    expect(await ids("open")).not.toContain(id);
    expect(await ids("ended")).toContain(id);
    await expect(
      console_.sessions.decide({ id, decision: { kind: "close", note: "the car is long gone" } }),
    ).rejects.toThrow("ended already");

    await console_.sessions.undo({ id: decision });
    expect(await console_.sessions.byId({ id })).toMatchObject({ status: "open", endedAt: null, endedBy: null });
  });

  it("whose station says its end after all ends as the station says", async () => {
    const { id } = await addSession(house, station, { receivedAt: minutesAgo(3 * 24 * 60) });
    await console_.sessions.decide({ id, decision: { kind: "close", note: "the car is long gone" } });
    const endedAt = minutesAgo(5);
    await house.prisma.session.update({ where: { id }, data: { status: "ended", endedAt, endedBy: "station" } });
    expect(await console_.sessions.byId({ id })).toMatchObject({ endedAt, endedBy: "station" });
  });

  it("is given to a token, and back", async () => {
    const { id } = await addSession(house, station, { token: "WRONG" });
    const { decision } = await console_.sessions.decide({ id, decision: { kind: "give-token", token: "RIGHT" } });
    expect((await console_.sessions.byId({ id })).token).toBe("RIGHT");
    await console_.sessions.undo({ id: decision });
    expect((await console_.sessions.byId({ id })).token).toBe("WRONG");
  });

  it("that is an end without a session is joined to one that runs, and parted from it again", async () => {
    const open = await addSession(house, station, { receivedAt: minutesAgo(60), meterStartWh: 1000, meterWh: 1500 });
    const endedAt = minutesAgo(10);
    const orphan = await addSession(house, station, {
      orphan: true,
      status: "ended",
      wireId: "-1",
      endedAt,
      endedBy: "station",
      meterEndWh: 4000,
      stopReason: "Local",
      attention: ["orphan"],
    });
    await expect(
      console_.sessions.decide({ id: open.id, decision: { kind: "join", session: orphan.id } }),
    ).rejects.toThrow("Only an end");
    const joining = { kind: "join", session: open.id } as const;
    const { decision } = await console_.sessions.decide({ id: orphan.id, decision: joining });
    expect(await console_.sessions.byId({ id: open.id })).toMatchObject({
      status: "ended",
      endedBy: "person",
      endedAt,
      energyWh: 3000,
      stopReason: "Local",
      joinedTo: orphan.id,
    });
    expect(await console_.sessions.byId({ id: orphan.id })).toMatchObject({ attention: [], joinedTo: open.id });
    expect(await ids("attention")).not.toContain(orphan.id);

    await console_.sessions.undo({ id: decision });
    expect(await console_.sessions.byId({ id: open.id })).toMatchObject({
      status: "open",
      energyWh: 500,
      joinedTo: null,
    });
    expect(await ids("attention")).toContain(orphan.id);
  });

  it("is decided about by operators, in the audit trail, and told", async () => {
    const { id } = await addSession(house, station, { status: "ended", attention: ["stale"] });
    const asked = { id, decision: { kind: "check", reason: "stale" } } as const;
    await expect(house.as(viewer).sessions.decide(asked)).rejects.toThrow("sessions.decide");
    await console_.sessions.decide(asked);
    expect(await house.prisma.audit.findFirst({ where: { subject: `session:${id}` } })).toMatchObject({
      action: "session.decide",
      actor: operator.name,
      after: { kind: "check", reason: "stale" },
    });
    const { rows } = await house.pool.query(
      "SELECT data FROM journal.event WHERE type = 'session.decided' AND data->>'session' = $1",
      [String(id)],
    );
    expect(rows).toHaveLength(1);
    await expect(console_.sessions.decide(asked)).rejects.toThrow("Nothing of the kind");
  });
});

it("what the meter signed of a session is handed out whole", async () => {
  const { id } = await addSession(house, station, { receivedAt: minutesAgo(10) });
  const signed = { measurand: "Energy.Active.Import.Register", value: 1, signed: { signedMeterData: "OCMF|{}|{}" } };
  await house.pool.query(
    `INSERT INTO journal.sample (session_id, station_id, evse, at, received_at, rest) VALUES ($1, $2, 1, $3, $3, $4)`,
    [id, station, minutesAgo(5), JSON.stringify([{ measurand: "Voltage", value: 230 }, signed])],
  );
  expect((await console_.sessions.signed({ id })).map(({ value }) => value)).toEqual([signed]);
});
