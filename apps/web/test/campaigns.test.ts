import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Campaigning, campaigning, confirmed, rejected } from "./campaigning";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addSession, addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let work: Campaigning;
beforeEach(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  house.time.now = new Date("2026-11-23T12:00:00Z");
  work = campaigning(house);
});
afterEach(() => house.close());

const fleet: Campaigning["fleet"] = (...told) => work.fleet(...told);
const create: Campaigning["create"] = (...told) => work.create(...told);
const later: Campaigning["later"] = (seconds) => work.later(seconds);
const pass: Campaigning["pass"] = (seconds) => work.pass(seconds);
const turn: Campaigning["turn"] = () => work.turn();
const told: Campaigning["told"] = (campaign) => work.told(campaign);
const becomes: Campaigning["becomes"] = (...fate) => work.becomes(...fate);
const view: Campaigning["view"] = (id) => work.view(id);

describe("a campaign", () => {
  it("tells as many stations as it may at once, counts only what is proven, and finishes", async () => {
    const stations = await fleet(5);
    const id = await create(stations, { pace: { atOnce: 2 } });
    await turn();
    await turn();
    expect(await told(id)).toEqual(stations.slice(0, 2).map((station) => station.id));

    await becomes(id, await told(id), { delivery: "sent", answer: "accepted", proof: "waiting" });
    await turn();
    expect(await view(id)).toMatchObject({ status: "running", counts: { working: 2, succeeded: 0, waiting: 3 } });
    await becomes(
      id,
      stations.slice(0, 2).map((station) => station.id),
      confirmed,
    );
    await turn();
    expect(await view(id)).toMatchObject({ counts: { working: 2, succeeded: 2, waiting: 1 } });

    for (let n = 0; n < 3; n++) {
      await becomes(id, await told(id), confirmed);
      await turn();
    }
    expect(await view(id)).toMatchObject({ status: "finished", counts: { succeeded: 5 }, endedAt: house.time.now });
    const { rows } = await house.pool.query("SELECT count(*)::int AS count FROM command WHERE campaign_id = $1", [id]);
    expect(rows).toEqual([{ count: 5 }]);
  });

  it("never does a step twice when two engines run at once", async () => {
    const id = await create(await fleet(40), { pace: { atOnce: 7 } });
    for (let n = 0; n < 8; n++) {
      await Promise.all([turn(), turn(), turn()]);
      expect(new Set(await told(id)).size).toBeLessThanOrEqual(7);
      await becomes(id, await told(id), confirmed);
    }
    await turn();
    const { rows } = await house.pool.query(
      "SELECT station_id FROM command WHERE campaign_id = $1 GROUP BY station_id HAVING count(*) > 1",
      [id],
    );
    expect(rows).toEqual([]);
    expect(await view(id)).toMatchObject({ status: "finished", counts: { succeeded: 40 } });
  });

  it("leaves out whoever cannot take part, says why, and does not count them", async () => {
    const [able, waiting] = await fleet(3, (n) => ({
      approval: n === 1 ? "waiting" : "approved",
      version: n === 2 ? null : "1.6",
    }));
    const id = await create(
      [able, waiting, await addStation(house, { identity: "NEVER", version: null })].flatMap(
        (station) => station ?? [],
      ),
    );
    expect(await view(id)).toMatchObject({ counts: { waiting: 1, skipped: 0 }, excluded: 2 });
    const { rows } = await console_.campaigns.targets({ campaign: id, state: "excluded" });
    expect(rows.map(({ identity, reason }) => [identity, reason])).toEqual([
      ["CS-001", "It is waiting, not approved."],
      ["NEVER", "The station has never connected, so its version is unknown."],
    ]);
  });

  it("is refused when nobody can take part, when it is over before it begins, and to whoever may only look", async () => {
    const [station] = await fleet(1, () => ({ approval: "waiting" }));
    if (!station) throw new Error("there is no station");
    await expect(create([station])).rejects.toThrow("None of the stations can be told");
    await expect(create([station], { expiresAt: later(-1) })).rejects.toThrow("over before it begins");
    await expect(create([station], { pace: { window: { from: "03:00", until: "03:00" } } })).rejects.toThrow(
      "never opens",
    );
    await expect(
      create([station], { work: { kind: "command", command: { type: "stop", session: "1" } } }),
    ).rejects.toThrow("one car each");
    await expect(house.as(viewer).campaigns.pause({ id: 1 })).rejects.toThrow("campaigns.write");
  });
});

describe("whose turn it is", () => {
  it("a station that is offline waits for its return", async () => {
    const [station] = await fleet(1, () => ({ connected: false }));
    if (!station) throw new Error("there is no station");
    const id = await create([station]);
    await turn();
    expect(await told(id)).toEqual([]);
    await house.prisma.station.update({ where: { id: station.id }, data: { connected: true } });
    await turn();
    expect(await told(id)).toEqual([station.id]);
    // It is gone again before it could be told.
    await becomes(id, [station.id], { delivery: "expired", proof: "none" });
    await house.prisma.station.update({ where: { id: station.id }, data: { connected: false } });
    await turn();
    expect(await view(id)).toMatchObject({ counts: { waiting: 1, failed: 0 } });
  });

  it("a station where somebody charges waits, if only idle ones are wanted", async () => {
    const [busy, idle] = await fleet(2);
    if (!busy || !idle) throw new Error("there are no stations");
    const session = await addSession(house, busy.id);
    const id = await create([busy, idle], { pace: { onlyIdle: true } });
    await turn();
    expect(await told(id)).toEqual([idle.id]);
    await house.prisma.session.update({ where: { id: session.id }, data: { status: "ended" } });
    await turn();
    expect(await told(id)).toEqual([idle.id, busy.id]);
  });

  it("of a small site one station is worked on at a time, also by two campaigns", async () => {
    await house.prisma.site.createMany({ data: [{ name: "Small" }, { name: "Large" }] });
    const small = await fleet(3, () => ({ site: "Small" }));
    const large = await Promise.all(
      [..."abcd"].map((letter) => addStation(house, { identity: `L-${letter}`, site: "Large" })),
    );
    const pace = { smallSiteBelow: 4 };
    const first = await create([...small, ...large], { pace });
    const second = await create(small, { pace });
    await turn();
    expect(await told(first)).toEqual([small[0]?.id, ...large.map(({ id }) => id)]);
    expect(await told(second)).toEqual([]);
    await becomes(first, await told(first), confirmed);
    await turn();
    expect((await told(first)).length + (await told(second)).length).toBe(1);
  });

  it("two campaigns at one station take turns", async () => {
    const [station] = await fleet(1);
    if (!station) throw new Error("there is no station");
    const first = await create([station]);
    const second = await create([station]);
    await turn();
    expect([await told(first), await told(second)]).toEqual([[station.id], []]);
    await becomes(first, [station.id], confirmed);
    await turn();
    await turn();
    expect(await told(second)).toEqual([station.id]);
  });

  it("within the hours that the clocks at its site show", async () => {
    await house.prisma.site.create({ data: { name: "Tokyo", timeZone: "Asia/Tokyo" } });
    const [here, there] = await fleet(2, (n) => (n === 1 ? { site: "Tokyo" } : {}));
    if (!here || !there) throw new Error("there are no stations");
    // Noon in UTC is 21:00 in Tokyo.
    const id = await create([here, there], { pace: { window: { from: "20:00", until: "23:00" } } });
    await turn();
    expect(await told(id)).toEqual([there.id]);
    pass(8 * 3600);
    await turn();
    expect(await told(id)).toEqual([there.id, here.id]);
  });

  it("no more in a minute than it may", async () => {
    const id = await create(await fleet(5), { pace: { perMinute: 2 } });
    await turn();
    await becomes(id, await told(id), confirmed);
    await turn();
    expect(await told(id)).toEqual([]);
    pass(61);
    await turn();
    expect(await told(id)).toHaveLength(2);
  });

  it("not before its time, and not after", async () => {
    const id = await create(await fleet(3), { startsAt: later(60), expiresAt: later(120), pace: { atOnce: 1 } });
    await turn();
    expect(await told(id)).toEqual([]);
    pass(60);
    await turn();
    expect(await told(id)).toHaveLength(1);
    pass(60);
    await turn();
    await becomes(id, await told(id), confirmed);
    await turn();
    await turn();
    expect(await view(id)).toMatchObject({ status: "finished", counts: { succeeded: 1, left: 2 } });
  });
});

describe("stages", () => {
  const staged = { stages: [{ size: { stations: 2 }, failureShare: 0.3, successShare: 1 }, { size: "rest" as const }] };

  it("pause the campaign when too many fail, and nobody else is told until a person says so", async () => {
    const id = await create(await fleet(5), staged);
    await turn();
    expect(await told(id)).toHaveLength(2);
    await becomes(id, await told(id), rejected);
    await turn();
    await turn();
    expect(await view(id)).toMatchObject({
      status: "paused",
      reason: "2 failed of 2 in stage 1: CS-000, CS-001",
      counts: { failed: 2, waiting: 3 },
      stages: [{ status: "failed" }, { status: "waiting" }],
    });
    expect(await told(id)).toEqual([]);
    await console_.campaigns.resume({ id });
    await turn();
    expect(await told(id)).toHaveLength(3);
  });

  it("wait for a person where they are told to", async () => {
    const id = await create(await fleet(3), {
      stages: [{ size: { stations: 1 } }, { size: "rest", approval: true }],
    });
    await turn();
    await becomes(id, await told(id), confirmed);
    await turn();
    await turn();
    expect(await view(id)).toMatchObject({ stages: [{ status: "succeeded" }, { status: "held" }] });
    expect(await told(id)).toEqual([]);
    await console_.campaigns.approve({ id });
    await turn();
    expect(await told(id)).toHaveLength(2);
    await expect(console_.campaigns.approve({ id })).rejects.toThrow("No stage waits");
  });

  it("let those that failed try again", async () => {
    const id = await create(await fleet(2));
    await turn();
    await becomes(id, await told(id), rejected);
    await turn();
    await turn();
    expect(await view(id)).toMatchObject({ status: "finished", counts: { failed: 2 } });
    await console_.campaigns.retry({ id });
    await turn();
    await becomes(id, await told(id), confirmed);
    await turn();
    await turn();
    expect(await view(id)).toMatchObject({ status: "finished", counts: { failed: 0, succeeded: 2 } });
  });

  it("let those that stayed unproven try again, and nobody else", async () => {
    const [failing, ...silent] = await fleet(3);
    const id = await create([...(failing ? [failing] : []), ...silent]);
    await turn();
    await becomes(id, [failing?.id ?? 0], rejected);
    const nobodyKnows = { delivery: "sent", answer: "accepted", proof: "unproven" } as const;
    await becomes(
      id,
      silent.map((station) => station.id),
      nobodyKnows,
    );
    await turn();
    await turn();
    expect(await view(id)).toMatchObject({ status: "finished", counts: { failed: 1, unproven: 2 } });
    await console_.campaigns.retry({ id, state: "unproven" });
    await turn();
    expect(await told(id)).toEqual(silent.map((station) => station.id));
    await becomes(id, await told(id), confirmed);
    await turn();
    await turn();
    expect(await view(id)).toMatchObject({ status: "finished", counts: { failed: 1, unproven: 0, succeeded: 2 } });
    await expect(console_.campaigns.retry({ id, state: "unproven" })).rejects.toThrow("None is unproven");
  });

  it("count evidence that comes late", async () => {
    const id = await create(await fleet(2), { pace: { atOnce: 1 } });
    await turn();
    const [station] = await told(id);
    await becomes(id, [station ?? 0], { delivery: "sent", answer: "accepted", proof: "unproven" });
    await turn();
    expect(await view(id)).toMatchObject({ counts: { unproven: 1 } });
    await becomes(id, [station ?? 0], confirmed);
    await turn();
    expect(await view(id)).toMatchObject({ counts: { unproven: 0, succeeded: 1 } });
  });
});

describe("a person", () => {
  it("stops it: nobody is told any more, what was not sent is taken back, what was sent is followed", async () => {
    const id = await create(await fleet(5), { pace: { atOnce: 2 } });
    await turn();
    const [sent, queued] = await told(id);
    await becomes(id, [sent ?? 0], { delivery: "sent", proof: "none" });
    await console_.campaigns.stop({ id });
    await turn();
    expect(await view(id)).toMatchObject({ status: "stopping", counts: { working: 1, left: 4, waiting: 0 } });
    const { rows } = await house.pool.query("SELECT delivery FROM command WHERE station_id = $1", [queued]);
    expect(rows).toEqual([{ delivery: "cancelled" }]);
    await becomes(id, [sent ?? 0], confirmed);
    await turn();
    expect(await view(id)).toMatchObject({ status: "stopped", counts: { succeeded: 1, left: 4 } });
    await expect(console_.campaigns.resume({ id })).rejects.toThrow("It is stopped");
  });

  it("stops one that has not begun, and it is over at once", async () => {
    const id = await create(await fleet(2), { startsAt: later(3600) });
    await console_.campaigns.stop({ id });
    await turn();
    expect(await view(id)).toMatchObject({ status: "stopped", counts: { left: 2 } });
  });

  it("pauses it, and what was not sent has its turn again when it goes on", async () => {
    const id = await create(await fleet(3), { pace: { atOnce: 2 } });
    await turn();
    await console_.campaigns.pause({ id });
    await turn();
    expect(await told(id)).toEqual([]);
    expect(await view(id)).toMatchObject({ status: "paused", counts: { waiting: 3 } });
    await console_.campaigns.resume({ id });
    await turn();
    expect(await told(id)).toHaveLength(2);
    const audits = await house.prisma.audit.findMany({ where: { subject: `campaign:${id}` }, orderBy: { id: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual(["campaign.create", "campaign.pause", "campaign.resume"]);
  });

  it("sees beforehand what would happen to whom", async () => {
    const [busy, away, unknown] = await fleet(3, (n) => ({ connected: n !== 1, version: n === 2 ? null : "2.0.1" }));
    if (!busy || !away || !unknown) throw new Error("there are no stations");
    await addSession(house, busy.id, { meterStartWh: 1_000, meterWh: 32_000 });
    const weighed = await console_.campaigns.weigh({
      work: { kind: "command", command: { type: "reset", when: "now" } },
      stations: [busy.id, away.id, unknown.id],
    });
    expect(weighed).toMatchObject([
      { identity: "CS-000", connected: true, sessions: 1, energyWh: 31_000 },
      { identity: "CS-001", connected: false, sessions: 0 },
      { identity: "CS-002", excluded: "The station has never connected, so its version is unknown." },
    ]);
  });
});
