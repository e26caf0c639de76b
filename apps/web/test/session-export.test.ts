import { afterAll, beforeAll, expect, it } from "vitest";
import { exportReadings, exportSessions, sessionExport } from "../src/server/sessions/export";
import { openConsole, operator, type TestConsole } from "./console";
import { addSample, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  station = (await addStation(house, { identity: "CS-1", site: "Hafen, Süd" })).id;
});
afterAll(() => house.close());

const exporter = () => ({ ...house.context(operator), person: operator });
const linesOf = async (parts: AsyncIterable<string>) => {
  let text = "";
  for await (const part of parts) text += part;
  return text.trimEnd().split("\r\n");
};

it("a file of sessions holds all that match, over many windows, with units, dots and times in UTC", async () => {
  for (let n = 0; n < 205; n++) await addSession(house, station, { receivedAt: minutesAgo(n + 10), token: "OTHER" });
  const startedAt = new Date("2026-03-29T00:30:00Z");
  await addSession(house, station, {
    ...{ token: "=1+1", status: "ended", startedAt, endedAt: new Date("2026-03-29T01:30:00Z") },
    ...{ meterStartWh: 1_000, meterEndWh: 8_250, receivedAt: minutesAgo(5), wireId: "one" },
  });
  expect(await linesOf(exportSessions(exporter(), sessionExport.parse({})))).toHaveLength(207);

  const [head, line, ...more] = await linesOf(exportSessions(exporter(), sessionExport.parse({ only: "ended" })));
  expect(more).toEqual([]);
  const cell = (name: string) =>
    line?.replace('"Hafen, Süd"', "Hafen").split(",")[head?.split(",").indexOf(name) ?? -1];
  expect(cell("energy_kwh")).toBe("7.25");
  expect(cell("duration_s")).toBe("3600");
  expect(cell("started_utc")).toBe("2026-03-29T00:30:00.000Z");
  expect(cell("token")).toBe("'=1+1");
  expect(line).toContain('"Hafen, Süd"');
});

it("a file of readings holds each of them once, in the order of their times", async () => {
  const { id } = await addSession(house, station, { receivedAt: minutesAgo(60) });
  for (let n = 0; n < 3; n++)
    await addSample(house, { session: id, station, at: minutesAgo(30 - n), powerW: 7_000.5 + n });
  const [head, ...lines] = await linesOf(exportReadings(exporter(), id));
  expect(head).toBe("at_utc,received_utc,evse,register_wh,power_w,battery_percent,offered_w,others");
  expect(lines.map((line) => line.split(",")[4])).toEqual(["7000.5", "7001.5", "7002.5"]);
});

it("who took a file is in the audit", async () => {
  const entries = await house.prisma.audit.findMany({ where: { action: "session.export" }, orderBy: { id: "asc" } });
  expect(entries.map(({ actor, subject }) => `${actor} ${subject}`)).toContain("Ada sessions");
  expect(entries.at(-1)?.subject).toMatch(/^session:\d+$/);
});
