import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Campaigning, campaigning, confirmed, rejected } from "./campaigning";
import { openConsole, operator, type TestConsole } from "./console";
import { addSession } from "./network";

let house: TestConsole;
let work: Campaigning;
beforeEach(async () => {
  house = await openConsole();
  house.time.now = new Date("2026-11-23T12:00:00Z");
  work = campaigning(house);
});
afterEach(() => house.close());

const update = {
  kind: "firmware",
  location: "https://files.example/volta-2.0.bin",
  version: "2.0",
  vendor: "Volta",
  model: "V2",
} as const;
const volta = { vendor: "Volta", model: "V2", firmwareVersion: "1.0" };
const fleet = (count: number, facts: (n: number) => object = () => ({})) =>
  work.fleet(count, (n) => ({ ...volta, ...facts(n) }));
const waiting = { delivery: "sent", answer: "accepted", proof: "waiting" } as const;

/** Stations boot with a version, which is the proof if it is the new one. */
async function boot(campaign: number, stations: readonly number[], version = "2.0") {
  await house.prisma.station.updateMany({ where: { id: { in: [...stations] } }, data: { firmwareVersion: version } });
  await work.becomes(
    campaign,
    stations,
    version === "2.0"
      ? { ...confirmed, evidence: `booted with firmware ${version}` }
      : {
          delivery: "sent",
          answer: "accepted",
          proof: "unproven",
          evidence: `it says that it is installed, but booted with firmware ${version}, not 2.0`,
        },
  );
}

const reasons = async (campaign: number) =>
  (await house.as(operator).campaigns.targets({ campaign })).rows.map(({ state, reason }) => [state, reason]);

describe("a rollout", () => {
  it("leaves out whoever it is not for, or who has it, and says why", async () => {
    const stations = await fleet(
      5,
      (n) => [{}, { vendor: "Ampere" }, { model: "V3" }, { firmwareVersion: "2.0" }, { vendor: null }][n] ?? {},
    );
    const id = await work.create(stations, { work: update });
    expect(await work.view(id)).toMatchObject({ counts: { waiting: 1 }, excluded: 4 });
    const { rows } = await house.as(operator).campaigns.targets({ campaign: id, state: "excluded" });
    expect(rows.map(({ reason }) => reason)).toEqual([
      "It is of Ampere, not of Volta.",
      "It is a V3, not a V2.",
      "It runs 2.0 already.",
      "It is of an unknown vendor, not of Volta.",
    ]);
  });

  it("says in a dry run which versions have no words for it", async () => {
    const stations = await fleet(2, (n) => ({ version: n === 0 ? "1.6" : "2.0.1" }));
    const weighed = await house.as(operator).campaigns.weigh({
      work: { ...update, installAt: "2026-11-24T02:00:00Z" },
      stations: stations.map(({ id }) => id),
    });
    expect(weighed.map(({ excluded }) => excluded)).toEqual([
      "OCPP 1.6 can be told when to install only with a signed update",
      undefined,
    ]);
  });

  it("tells what the library says of an image, and leaves the address to whoever tells the station", async () => {
    const image = await house.prisma.firmwareImage.create({
      data: {
        ...{ vendor: "Volta", model: "V2", version: "2.0", location: "https://files.example/f" },
        ...{ addedAt: new Date(), addedBy: "test" },
      },
    });
    const [station] = await fleet(1);
    const id = await work.create(station ? [station] : [], { work: { kind: "firmware", image: image.id, retries: 2 } });
    await work.turn();
    const { command } = await house.prisma.command.findFirstOrThrow({ where: { campaignId: id } });
    expect(command).toEqual({
      type: "update-firmware",
      image: image.id,
      version: "2.0",
      retrieveAt: "2026-11-23T12:00:00.000Z",
      retries: 2,
      unsigned: true,
    });
    await expect(
      work.create(station ? [station] : [], { work: { kind: "firmware", image: image.id + 1 } }),
    ).rejects.toThrow("no firmware number");
  });

  it("skips whoever got it elsewhere or left the fleet before its turn", async () => {
    const stations = await fleet(3);
    const id = await work.create(stations, { work: update, pace: { atOnce: 1 } });
    await work.turn();
    const [first, second, third] = stations.map((station) => station.id);
    await house.prisma.station.update({ where: { id: second ?? 0 }, data: { firmwareVersion: "2.0" } });
    await house.prisma.station.update({ where: { id: third ?? 0 }, data: { approval: "retired", connected: false } });
    await boot(id, [first ?? 0]);
    await work.turn();
    await work.turn();
    expect(await work.view(id)).toMatchObject({ status: "finished", counts: { succeeded: 1, skipped: 2, failed: 0 } });
    expect(await reasons(id)).toEqual([
      ["succeeded", "booted with firmware 2.0"],
      ["skipped", "It runs 2.0 already."],
      ["skipped", "it left the fleet: it is retired"],
    ]);
  });

  it("stops by itself when canaries boot with something else, names them, and tells nobody else", async () => {
    const stations = await fleet(20);
    const id = await work.create(stations, {
      work: update,
      stages: [{ size: { stations: 5 }, failureShare: 0.2 }, { size: "rest" }],
    });
    await work.turn();
    const canaries = await work.told(id);
    expect(canaries).toHaveLength(5);
    await work.becomes(id, canaries, waiting);
    await boot(id, canaries.slice(0, 2), "1.9");
    await work.turn();
    await work.turn();
    expect(await work.view(id)).toMatchObject({
      status: "paused",
      reason: "2 failed of 5 in stage 1: CS-000, CS-001",
      counts: { failed: 2, working: 3, waiting: 15 },
    });
    expect((await reasons(id))[0]).toEqual([
      "failed",
      "it says that it is installed, but booted with firmware 1.9, not 2.0",
    ]);
    expect(await house.prisma.command.count({ where: { campaignId: id } })).toBe(5);
  });

  it("does not wait for ever for a boot, and still counts one that comes late", async () => {
    const stations = await fleet(3, (n) => ({ connected: n < 2 }));
    const id = await work.create(stations, { work: { ...update, patienceSeconds: 600 } });
    await work.turn();
    const [silent, other] = await work.told(id);
    await work.becomes(id, [silent ?? 0, other ?? 0], waiting);
    await house.pool.query(
      `UPDATE command SET plan = '{"watch":{"for":"progress","of":"firmware","booted":"1.5"}}' WHERE station_id = $1`,
      [other],
    );
    work.pass(600);
    await work.turn();
    expect(await reasons(id)).toEqual([
      ["unproven", "it has not booted with 2.0 in 10 min"],
      ["failed", "it booted with firmware 1.5, not 2.0"],
      ["waiting", undefined],
    ]);
    await boot(id, [silent ?? 0]);
    await work.turn();
    expect((await reasons(id)).map(([state]) => state)).toEqual(["succeeded", "failed", "waiting"]);
  });

  it("that is over still counts who boots late, and says when it gave up and when the proof came", async () => {
    const stations = await fleet(3);
    const id = await work.create(stations, { work: { ...update, patienceSeconds: 600 } });
    await work.turn();
    const told = await work.told(id);
    await work.becomes(id, told, waiting);
    work.pass(600);
    await work.turn();
    await work.turn();
    const over = { status: "finished", endedAt: house.time.now } as const;
    expect(await work.view(id)).toMatchObject({ ...over, counts: { unproven: 3, succeeded: 0 } });

    const gaveUp = house.time.now;
    work.pass(3_600);
    await boot(id, told.slice(0, 2));
    await house.pool.query("UPDATE command SET confirmed_at = $2 WHERE station_id = $1", [told[0], work.later(-60)]);
    await Promise.all([work.turn(), work.turn()]);
    expect(await work.view(id)).toMatchObject({
      ...over,
      counts: { unproven: 1, succeeded: 2 },
      stages: [{ counts: { unproven: 1, succeeded: 2 } }],
    });
    const { rows } = await house.as(operator).campaigns.targets({ campaign: id });
    const proven = { state: "succeeded", reason: "booted with firmware 2.0", endedAt: gaveUp } as const;
    expect(rows).toMatchObject([
      { ...proven, provenLateAt: work.later(-60) },
      { ...proven, provenLateAt: house.time.now },
      { state: "unproven", endedAt: gaveUp },
    ]);
    // Whoever is tried again is not told of those that have it.
    await house.as(operator).campaigns.retry({ id, state: "unproven" });
    expect(await work.view(id)).toMatchObject({ counts: { waiting: 1, succeeded: 2 } });
  });

  it("is rolled back to what most of its stations ran when it told them, not to what came last into the library", async () => {
    const add = (version: string, facts: object = {}) =>
      house.prisma.firmwareImage.create({
        data: {
          ...{ vendor: "VOLTA", model: "V2", version, location: "https://files.example/f" },
          ...{ addedAt: new Date(), addedBy: "test", ...facts },
        },
      });
    const before = await add("1.0");
    await add("1.0", { model: "V3" });
    for (const version of ["0.9", "2.0", "1.5"]) await add(version);
    const stations = await fleet(4, (n) => ({ firmwareVersion: n === 0 ? "0.9" : "1.0" }));
    const id = await work.create(stations, { work: update });
    const rollBack = () => house.as(operator).campaigns.before({ id });
    expect(await rollBack()).toBeNull();
    await work.turn();
    const told = await work.told(id);
    await work.becomes(id, told, waiting);
    await house.pool.query(
      `UPDATE command c SET plan = jsonb_build_object('watch', jsonb_build_object('for', 'progress', 'of', 'firmware',
         'before', s.firmware_version)) FROM station s WHERE s.id = c.station_id`,
    );
    await boot(id, told);
    expect(await rollBack()).toEqual({ version: "1.0", stations: 3, image: before.id });
    // A version that is not in the library is still said.
    await house.prisma.firmwareImage.deleteMany();
    expect(await rollBack()).toEqual({ version: "1.0", stations: 3, image: null });
  });

  it("has one update at a time at a station: one that a person gave is waited for, and so is another rollout", async () => {
    const [station] = await fleet(1);
    const id = station?.id ?? 0;
    const byHand = await house.prisma.command.create({
      data: {
        ...{
          stationId: id,
          type: "update-firmware",
          command: {},
          delivery: "sent",
          answer: "accepted",
          proof: "waiting",
        },
        ...{ expiresAt: work.later(60), deadline: work.later(3600) },
      },
    });
    const first = await work.create([{ id }], { work: update });
    const second = await work.create([{ id }], { work: { ...update, version: "2.1" } });
    await work.turn();
    expect([await work.told(first), await work.told(second)]).toEqual([[], []]);
    await house.prisma.command.update({ where: { id: byHand.id }, data: { proof: "confirmed" } });
    await work.turn();
    expect([await work.told(first), await work.told(second)]).toEqual([[id], []]);
    const { rows } = await house.as(operator).campaigns.targets({ campaign: second });
    expect(rows).toMatchObject([{ state: "waiting", waitsFor: { campaign: first } }]);
    await boot(first, [id]);
    await work.turn();
    await work.turn();
    expect(await work.told(second)).toEqual([id]);
  });

  it("whose window never opens ends, and says so of each station", async () => {
    const stations = await fleet(2, (n) => ({ connected: n === 0 }));
    const id = await work.create(stations, {
      work: update,
      pace: { window: { from: "03:00", until: "03:30" } },
      expiresAt: work.later(3600),
    });
    for (let n = 0; n < 3; n++) {
      await work.turn();
      work.pass(1800);
    }
    expect(await work.view(id)).toMatchObject({ status: "finished", counts: { left: 2 } });
    expect(await reasons(id)).toEqual([
      ["left", "the time was over before its turn: it was not free between 03:00 and 03:30"],
      ["left", "the time was over before its turn: it was offline"],
    ]);
  });
});

describe("a rollout that wants to see a car charge", () => {
  const watched = { ...update, sessionWithinSeconds: 3_600 };
  const charged = { status: "ended", meterStartWh: 1_000, meterEndWh: 9_000 };

  it("goes on only after good sessions, and takes up no room meanwhile", async () => {
    const stations = await fleet(4);
    const id = await work.create(stations, {
      work: watched,
      pace: { atOnce: 1 },
      stages: [{ size: { stations: 2 } }, { size: "rest" }],
    });
    for (let n = 0; n < 2; n++) {
      await work.turn();
      await boot(id, await work.told(id));
      await work.turn();
    }
    expect(await work.view(id)).toMatchObject({
      counts: { watching: 2, waiting: 2 },
      stages: [{ status: "running" }, {}],
    });
    // One that was before the update, and one that still goes on, prove nothing.
    await addSession(house, stations[0]?.id ?? 0, { ...charged, receivedAt: work.later(-60) });
    await addSession(house, stations[0]?.id ?? 0, { receivedAt: work.later(60) });
    await work.turn();
    expect(await work.view(id)).toMatchObject({ counts: { watching: 2 } });
    for (const station of stations.slice(0, 2))
      await addSession(house, station.id, { ...charged, receivedAt: work.later(60) });
    await work.turn();
    await work.turn();
    expect(await work.view(id)).toMatchObject({ counts: { succeeded: 2, working: 1 } });
  });

  it("counts no car as unproven, cars that could not charge as failed, and lets both try again", async () => {
    const stations = await fleet(2);
    const id = await work.create(stations, { work: watched });
    await work.turn();
    await boot(id, await work.told(id));
    await work.turn();
    await addSession(house, stations[1]?.id ?? 0, {
      ...{ status: "ended", meterStartWh: 5, meterEndWh: 5, receivedAt: work.later(60) },
    });
    work.pass(3_600);
    await work.turn();
    await work.turn();
    expect(await work.view(id)).toMatchObject({ status: "finished", counts: { unproven: 1, failed: 1 } });
    expect(await reasons(id)).toEqual([
      ["unproven", "it runs 2.0, but nobody came to charge in 1 h"],
      ["failed", "it runs 2.0, but no car has charged in 1 h"],
    ]);
    await house.as(operator).campaigns.retry({ id, state: "unproven" });
    expect(await work.view(id)).toMatchObject({ status: "running", counts: { watching: 1, failed: 1 } });
    await addSession(house, stations[0]?.id ?? 0, { ...charged, receivedAt: work.later(60) });
    await work.turn();
    await work.turn();
    expect(await work.view(id)).toMatchObject({ status: "finished", counts: { succeeded: 1, failed: 1 } });
    // Nothing was sent a second time.
    expect(await house.prisma.command.count({ where: { campaignId: id } })).toBe(2);
  });

  it("tells a station again that fell back, where somebody says so", async () => {
    const [station] = await fleet(1);
    const id = await work.create(station ? [station] : [], { work: watched });
    await work.turn();
    await boot(id, await work.told(id));
    await work.turn();
    await house.prisma.station.updateMany({ data: { firmwareVersion: "1.0" } });
    await work.turn();
    expect(await reasons(id)).toEqual([["failed", "it runs 1.0 again, not 2.0"]]);
    await house.as(operator).campaigns.retry({ id });
    await work.turn();
    await work.turn();
    expect(await work.told(id)).toHaveLength(1);
  });

  it("that is stopped ends at once, with those that nobody has seen charge unproven", async () => {
    const id = await work.create(await fleet(2), { work: watched, pace: { atOnce: 1 } });
    await work.turn();
    await boot(id, await work.told(id));
    await work.turn();
    await work.becomes(id, [(await work.told(id))[0] ?? 0], rejected);
    await house.as(operator).campaigns.stop({ id });
    await work.turn();
    expect(await work.view(id)).toMatchObject({ status: "stopped", counts: { unproven: 1, failed: 1 } });
  });
});
