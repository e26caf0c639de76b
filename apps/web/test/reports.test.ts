import { sessionCost } from "@chargehand/domain/sessions/session-cost";
import type { SessionTariff } from "@chargehand/domain/tariffs/tariff";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportSums, exportUptime } from "../src/server/reports/export";
import { sessionReport } from "../src/server/reports/sessions";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addSession, addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  house.time.now = new Date("2026-11-15T12:00:00Z");
  console_ = house.as(operator);
});
afterAll(() => house.close());

let epoch = 0n;
/** Connections of a station, by our clock; the last one may go on. */
async function connect(
  stationId: number,
  ...stretches: (readonly [from: string, until?: string, closeCode?: number])[]
) {
  for (const [from, until, closeCode] of stretches) {
    epoch += 1n;
    await house.prisma.connection.create({
      data: {
        ...{ epoch, stationId, gatewayId: 1, version: "2.0.1", remoteAddress: "::1", authenticated: "password" },
        ...{ openedAt: new Date(from), closedAt: until ? new Date(until) : null, closeCode },
      },
    });
    await house.prisma.station.update({ where: { id: stationId }, data: { epoch, connected: until === undefined } });
  }
}

const hours = (number: number) => number * 3_600;

describe("uptime", () => {
  it("counts from when a station was first seen until now, and overlapping connections once", async () => {
    const { id, siteId } = await addStation(house, { identity: "U-1", site: "Nord" });
    await connect(
      id,
      ["2026-11-05T00:00:00Z", "2026-11-10T00:00:00Z", 1006],
      // A newer connection took over before the older one was closed.
      ["2026-11-09T00:00:00Z", "2026-11-12T00:00:00Z", 1006],
      ["2026-11-12T06:00:00Z"],
    );
    const { rows, first } = await console_.reports.uptime({ month: "2026-11", site: siteId ?? 0 });
    expect(rows).toMatchObject([
      {
        ...{ identity: "U-1", since: new Date("2026-11-05T00:00:00Z") },
        ...{ dueS: hours(10.5 * 24), awayS: hours(6), excludedS: 0, outages: 1 },
      },
    ]);
    expect(await console_.reports.uptimeSum({ month: "2026-11", site: siteId ?? 0 })).toEqual({
      ...{ stations: 1, dueS: hours(10.5 * 24), awayS: hours(6), excludedS: 0, outages: 1 },
    });
    const dayOf = (date: string) => (Date.parse(date) - Date.parse(first)) / 86_400_000;
    expect(rows[0]?.days).toHaveLength(90);
    expect(rows[0]?.days[dayOf("2026-11-04")]).toBeNull();
    expect(rows[0]?.days[dayOf("2026-11-11")]).toBe(1);
    expect(rows[0]?.days[dayOf("2026-11-12")]).toBe(0.75);
    expect(rows[0]?.days[dayOf("2026-11-16")]).toBeNull();
  });

  it("names the exact outages of a day, with how the connection ended and whether it goes on", async () => {
    const { id } = await addStation(house, { identity: "U-2" });
    await connect(id, ["2026-11-01T00:00:00Z", "2026-11-14T23:00:00Z", 1006]);
    expect(await console_.reports.outages({ station: id, from: "2026-11-14", until: "2026-11-15" })).toEqual([
      {
        ...{ from: new Date("2026-11-14T23:00:00Z"), until: new Date("2026-11-15T00:00:00Z"), countedS: hours(1) },
        ...{ excludedS: 0, goesOn: false, closeCode: 1006, closeReason: null },
      },
    ]);
    expect(await console_.reports.outages({ station: id, from: "2026-11-01", until: "2026-12-01" })).toMatchObject([
      { until: new Date("2026-11-15T12:00:00Z"), goesOn: true },
    ]);
  });

  it("leaves out what a person took out, says who, and counts it again when that is taken back", async () => {
    const { id, siteId } = await addStation(house, { identity: "U-3", site: "West" });
    await connect(id, ["2026-11-01T00:00:00Z", "2026-11-10T00:00:00Z"], ["2026-11-11T00:00:00Z"]);
    const asked = { month: "2026-11", site: siteId ?? 0 };
    const { id: exclusion } = await console_.reports.exclude({
      ...{ of: { site: asked.site }, from: "2026-11-10T00:00:00Z", until: "2026-11-10T18:00:00Z" },
      reason: "the grid was down",
    });
    expect((await console_.reports.uptime(asked)).rows).toMatchObject([{ awayS: hours(6), excludedS: hours(18) }]);
    expect(await console_.reports.outages({ station: id, from: "2026-11-10", until: "2026-11-11" })).toMatchObject([
      { countedS: hours(6), excludedS: hours(18) },
    ]);
    expect(await console_.reports.exclusions({ station: id })).toMatchObject([
      { id: exclusion, site: "West", setBy: "Ada", reason: "the grid was down", removedBy: null },
    ]);
    await console_.reports.include({ id: exclusion });
    expect((await console_.reports.uptime(asked)).rows).toMatchObject([{ awayS: hours(24), excludedS: 0 }]);
    expect(await console_.reports.exclusions(asked)).toMatchObject([{ removedBy: "Ada" }]);
    await expect(console_.reports.include({ id: exclusion })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });

  it("days are those of the site, also when the clocks change", async () => {
    const { id, siteId } = await addStation(house, { identity: "U-4", site: "Berlin" });
    await house.prisma.site.update({ where: { name: "Berlin" }, data: { timeZone: "Europe/Berlin" } });
    await connect(id, ["2026-01-01T00:00:00Z"]);
    house.time.now = new Date("2026-11-15T12:00:00Z");
    const { rows } = await console_.reports.uptime({ month: "2026-10", site: siteId ?? 0 });
    expect(rows[0]?.dueS).toBe(hours(31 * 24 + 1));
  });

  it("is a file with a line for each station, and not for everybody to change", async () => {
    let text = "";
    const context = { ...house.context(operator), person: operator };
    for await (const part of exportUptime(context, { month: "2026-11" })) text += part;
    expect(text.split("\r\n")[0]).toBe("station,name,site,time_zone,uptime_percent,due_s,away_s,excluded_s,outages");
    expect(text).toContain("U-1,,Nord,UTC,97.619,907200,21600,0,1\r\n");
    const day = { from: "2026-11-10T00:00:00Z", until: "2026-11-11T00:00:00Z", reason: "mine" };
    await expect(house.as(viewer).reports.exclude({ of: { site: 1 }, ...day })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("sums of sessions", () => {
  const tariff = (facts: Partial<SessionTariff>): SessionTariff => ({
    code: "t",
    name: "T",
    currency: "EUR",
    ...facts,
  });
  const at = (time: string) => new Date(`2026-09-${time}Z`);
  const ended = (energy: number, minutes: number, facts: object = {}) => ({
    ...{
      status: "ended",
      meterStartWh: 100,
      meterEndWh: 100 + energy,
      startedAt: at("10T10:00:00"),
      wireId: undefined,
    },
    ...{ endedAt: new Date(at("10T10:00:00").getTime() + minutes * 60_000), receivedAt: at("10T10:00:00"), ...facts },
  });

  it("come to what each session costs by itself, by currency, and say what has no price", async () => {
    const { id, siteId } = await addStation(house, { identity: "S-1", site: "Kasse" });
    const before = { until: at("10T10:10:00").toISOString(), energyWh: 1_500, total: "2.35" };
    const sessions = [
      ended(12_345.678, 61.5, { tariff: tariff({ perKwh: "0.495", perMinute: "0.0125", perSession: "0.5" }) }),
      ended(7.5, 1, { tariff: tariff({ perKwh: "0.333333" }) }),
      ended(9_000, 30, { tariff: tariff({ perKwh: "0.49", perMinute: "0.1", perSession: "9", before }) }),
      ended(9_000, 30, { tariff: tariff({ currency: "JPY", perKwh: "30.5" }) }),
      ended(9_000, 30, { tariff: tariff({ currency: "KWD", perKwh: "0.1234" }) }),
      ended(1_000, 30),
      ended(0, 30, { meterEndWh: null, tariff: tariff({ perKwh: "0.49" }) }),
    ];
    const costs = new Map<string, number>();
    for (const { wireId: _, ...session } of sessions) {
      await addSession(house, id, session);
      const cost = sessionCost({ ...session, meterEndWh: session.meterEndWh ?? undefined });
      if (cost) costs.set(cost.currency, (costs.get(cost.currency) ?? 0) + Number(cost.total));
    }
    const [sum, ...more] = await console_.reports.sessions({
      ...{ by: "site", from: "2026-09-01", until: "2026-10-01", site: siteId ?? 0 },
    });
    expect(more).toEqual([]);
    expect(sum).toMatchObject({ key: "Kasse", sessions: 7, withEnergy: 6, withMoney: 5, withDuration: 7 });
    expect(sum?.energyWh).toBeCloseTo(12_345.678 + 7.5 + 27_000 + 1_000);
    expect(costs.size).toBe(3);
    for (const [currency, cost] of costs) expect(Number(sum?.money[currency])).toBeCloseTo(cost, 6);
  });

  it("are of days of the site, leave out what runs, and are told by month and by token", async () => {
    const { id, siteId } = await addStation(house, { identity: "S-2", site: "Tokyo" });
    await house.prisma.site.update({ where: { name: "Tokyo" }, data: { timeZone: "Asia/Tokyo" } });
    // In Tokyo it is October already.
    await addSession(house, id, ended(1_000, 5, { receivedAt: at("30T16:00:00"), token: "A" }));
    await addSession(house, id, ended(2_000, 5, { receivedAt: at("30T14:00:00"), token: "B" }));
    await addSession(house, id, { receivedAt: at("20T14:00:00"), token: "C" });
    const asked = { from: "2026-09-01", until: "2026-11-01", site: siteId ?? 0 };
    const keys = async (by: "month" | "token", until = asked.until) =>
      (await console_.reports.sessions({ ...asked, until, by })).map(({ key, energyWh }) => [key, energyWh]);
    expect(await keys("month")).toEqual([
      ["2026-09", 2_000],
      ["2026-10", 1_000],
    ]);
    expect(await keys("token")).toEqual([
      ["B", 2_000],
      ["A", 1_000],
    ]);
    expect(await keys("token", "2026-10-01")).toEqual([["B", 2_000]]);
  });

  it("are a file in which each column can be added up", async () => {
    const asked = sessionReport.parse({ by: "site", from: "2026-09-01", until: "2026-10-01" });
    let text = "";
    const context = { ...house.context(operator), person: operator };
    for await (const part of exportSums(context, asked)) text += part;
    const lines = text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(lines[0]).toEqual([
      "site",
      "sessions",
      "energy_kwh",
      "sessions_with_energy",
      "duration_s",
      "money",
      "currency",
    ]);
    expect(lines.filter(([site]) => site === "Kasse")).toHaveLength(3);
    expect(lines.slice(1).reduce((sum, [, sessions]) => sum + Number(sessions), 0)).toBe(8);
  });
});
