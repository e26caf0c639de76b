import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
});
afterAll(() => house.close());

const day = { name: "Day", currency: "EUR", perKwh: "0.39", perMinute: "0.1" };

describe("a tariff", () => {
  it("counts at a station by its site, unless the station has its own", async () => {
    const { id: station, siteId } = await addStation(house, { identity: "PRICE-1", site: "Harbour" });
    const { id: ofSite } = await console_.tariffs.add({ ...day, name: "Harbour prices" });
    const { id: own } = await console_.tariffs.add({ ...day, name: "Fast", perKwh: "0.59" });
    expect((await console_.tariffs.ofStation({ station })).tariff).toBeNull();

    await console_.tariffs.assign({ to: { site: siteId ?? 0 }, tariff: ofSite });
    expect(await console_.tariffs.ofStation({ station })).toMatchObject({
      tariff: { name: "Harbour prices", code: `tariff-${ofSite}.1` },
      isOwn: false,
      site: "Harbour",
    });
    await console_.tariffs.assign({ to: { station }, tariff: own });
    expect(await console_.tariffs.ofStation({ station })).toMatchObject({ tariff: { perKwh: "0.59" }, isOwn: true });
    expect((await console_.tariffs.list()).map(({ name, sites, stations }) => [name, sites, stations])).toEqual([
      ["Fast", 0, 1],
      ["Harbour prices", 1, 0],
    ]);

    await console_.tariffs.remove({ id: own });
    expect(await console_.tariffs.ofStation({ station })).toMatchObject({ tariff: { name: "Harbour prices" } });
    await expect(console_.tariffs.assign({ to: { station }, tariff: own })).rejects.toThrow(/removed already/);
  });

  it("for all counts wherever neither the station nor its site has another", async () => {
    const { id: bare } = await addStation(house, { identity: "PRICE-3" });
    const { id: ofSite, siteId } = await addStation(house, { identity: "PRICE-4", site: "Market" });
    const { id: all } = await console_.tariffs.add({ ...day, name: "For all" });
    const { id: market } = await console_.tariffs.add({ ...day, name: "Market prices" });
    await console_.tariffs.assign({ to: { site: siteId ?? 0 }, tariff: market });
    await console_.tariffs.assign({ to: { all: true }, tariff: all });
    const at = async (station: number) => (await console_.tariffs.ofStation({ station })).tariff?.name;
    expect([await at(bare), await at(ofSite)]).toEqual(["For all", "Market prices"]);
    expect(await console_.tariffs.places({ tariff: market })).toEqual([{ to: { site: siteId }, name: "Market" }]);
    const named = async (name: string) => (await console_.tariffs.list()).find((tariff) => tariff.name === name);
    expect(await named("Market prices")).toMatchObject({ forAll: false, sites: 1, stations: 0, countsAt: 1 });
    expect(await named("For all")).toMatchObject({ forAll: true, sites: 0, stations: 0 });

    // Another takes its place; with none, charging has no price there.
    await console_.tariffs.assign({ to: { all: true }, tariff: market });
    expect([(await named("For all"))?.forAll, await at(bare)]).toEqual([false, "Market prices"]);
    await console_.tariffs.assign({ to: { all: true }, tariff: null });
    expect([await at(bare), await at(ofSite)]).toEqual([undefined, "Market prices"]);
  });

  it("gets another name for stations with every change, and no two have one name for people", async () => {
    const { id } = await console_.tariffs.add(day);
    await console_.tariffs.change({ id, ...day, perKwh: "0.41" });
    const [tariff] = (await console_.tariffs.list()).filter(({ name }) => name === "Day");
    expect(tariff).toMatchObject({ perKwh: "0.41", version: 2, code: `tariff-${id}.2` });
    await expect(console_.tariffs.add(day)).rejects.toThrow("There is a tariff Day already.");
  });

  it.each([
    ["0,39", /decimal/],
    ["-1", /decimal/],
    ["1e3", /decimal/],
    ["0.1234567", /decimal/],
  ])("has no price of %s", async (perKwh, why) => {
    await expect(console_.tariffs.add({ ...day, name: "Odd", perKwh })).rejects.toThrow(why);
  });
});

it("a session costs what the tariff it began with says, and tells the reservation it used", async () => {
  const { id: station } = await addStation(house, { identity: "PRICE-2" });
  const tariff = { id: 1, version: 1, code: "tariff-1.1", ...day };
  const { id } = await addSession(house, station, {
    tariff,
    reservationId: 12,
    status: "ended",
    startedAt: minutesAgo(30),
    endedAt: minutesAgo(0),
    meterStartWh: 1000,
    meterEndWh: 11_000,
  });
  expect(await console_.sessions.byId({ id })).toMatchObject({
    cost: { currency: "EUR", energy: "3.90", total: "6.90" },
    reservationId: 12,
    stationCost: null,
    stationTariff: null,
  });
  const limits = { wanted: { energyWh: 5000 }, reached: { what: "energy", by: "us", at: minutesAgo(1).toISOString() } };
  const { id: limited } = await addSession(house, station, { limits, tariff, stationTariff: "tariff-9.1" });
  expect(await console_.sessions.byId({ id: limited })).toMatchObject({ limit: limits, stationTariff: "tariff-9.1" });
  const { id: free } = await addSession(house, station);
  expect(await console_.sessions.byId({ id: free })).toMatchObject({ cost: null, tariff: null });
});

describe("a vendor's own message", () => {
  it("is shown with how often it came, and is answered by rule once it is known", async () => {
    const { id: stationId } = await addStation(house, { identity: "VENDOR-1" });
    const at = minutesAgo(1);
    await house.prisma.vendorMessageHeard.create({
      data: { stationId, vendor: "com.wattle", message: "Heat", count: 3, firstAt: at, lastAt: at, lastData: "42" },
    });
    const heard = () => console_.vendors.heard({ station: stationId });
    expect(await heard()).toMatchObject([{ count: 3, lastData: "42", name: null, answer: null }]);
    const rule = { vendor: "com.wattle", message: "Heat", name: "Heat of the cable" };
    await console_.vendors.save({ ...rule, answer: "accepted" });
    await console_.vendors.save({ ...rule, answer: "rejected" });
    expect(await heard()).toMatchObject([{ name: "Heat of the cable", answer: "rejected" }]);
    expect(await console_.vendors.rules()).toHaveLength(1);
    await console_.vendors.forget(rule);
    await expect(console_.vendors.forget(rule)).rejects.toThrow(/unknown already/);
  });
});
