import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, operator, type TestConsole } from "./console";
import { addConnector, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  for (const [n, firmwareVersion] of firmwares.entries()) {
    await addStation(house, { identity: `FW-${n}`, firmwareVersion, vendor: "Kestrel", site: "Nord", tags: ["lab"] });
  }
  const faulted = await addStation(house, {
    identity: "CS-1",
    site: "Köln Süd",
    vendor: "ABB E-mobility",
    model: "Terra 54",
    serialNumber: "SN-1",
    tags: ["lab", "roof"],
    lastSeenAt: minutesAgo(20),
  });
  await addConnector(house, faulted.id, { status: "faulted", errorCode: "GroundFailure", vendorErrorCode: "0x2A" });
  const charging = await addStation(house, { identity: "CS-2", site: "Nord", lastSeenAt: minutesAgo(5) });
  await addConnector(house, charging.id, { status: "occupied", activity: "charging" });
  await addSession(house, charging.id, { powerW: 50_000 });
  await addStation(house, { identity: "CS-3", connected: false, lastSeenAt: null });
});
afterAll(() => house.close());

const firmwares = [
  "1.8",
  "1.8.2-rc1",
  "1.8.2",
  "1.8.2.1",
  "1.10.0",
  "v2.0",
  "FW 2.0.0+build7",
  "20240131.1",
  "unknown",
];

const found = async (q: string) => (await console_.stations.list({ q })).rows.map(({ identity }) => identity);

describe("a filter of stations", () => {
  it.each([
    ["fw:<1.8.2", ["1.8", "1.8.2-rc1"]],
    ["fw:<=1.8.2", ["1.8", "1.8.2-rc1", "1.8.2"]],
    ["fw:>1.8.2 fw:<2", ["1.8.2.1", "1.10.0"]],
    ["fw:1.8.0", ["1.8"]],
    ["fw:2", ["v2.0", "FW 2.0.0+build7"]],
    ["fw:1.8.*", ["1.8.2-rc1", "1.8.2", "1.8.2.1"]],
    ["fw:>=20240131", ["20240131.1"]],
    ["fw:unknown", ["unknown"]],
    ["id:FW-* -fw:<2", ["v2.0", "FW 2.0.0+build7", "20240131.1", "unknown"]],
  ])("compares versions as versions, however long: %s", async (q, expected) => {
    const { rows } = await console_.stations.list({ q });
    expect(rows.map(({ firmwareVersion }) => firmwareVersion)).toEqual(expected);
  });

  it.each([
    ["status:faulted", ["CS-1"]],
    ["faulted", ["CS-1"]],
    ["-status:faulted id:CS-*", ["CS-2", "CS-3"]],
    ["error:groundfailure", ["CS-1"]],
    ["error:0x2a", ["CS-1"]],
    ["vendor:abb*", ["CS-1"]],
    ["vendor:abb", []],
    ["model:TERRA*", ["CS-1"]],
    ["serial:sn-1", ["CS-1"]],
    ["tag:roof", ["CS-1"]],
    ["tag:LAB site:nord fw:1.10", ["FW-4"]],
    ["-tag:lab", ["CS-2", "CS-3"]],
    ["seen:>10m", ["CS-1", "CS-3"]],
    ["seen:<10m id:CS-*", ["CS-2"]],
    ["seen:>10m seen:<1h", ["CS-1"]],
    ["connected:no", ["CS-3"]],
    ["power:>49.9kW", ["CS-2"]],
    ["power:>50", []],
    ['site:"köln süd",nirgends', ["CS-1"]],
    ["-site:nord", ["CS-1", "CS-3"]],
    ["id:CS-* -köln", ["CS-2", "CS-3"]],
    ["colour:red id:CS-1 status:sleepy", ["CS-1"]],
  ])("finds by %s", async (q, expected) => expect(await found(q)).toEqual(expected));

  it("takes what was written as a value, never as a statement", async () => {
    for (const hostile of [`vendor:"' OR '1'='1"`, "id:%", "id:_____", 'tag:"{lab"', "\\ %' --", `fw:<"1'; DROP"`]) {
      expect(await found(hostile)).toEqual([]);
    }
  });

  it("is completed with how many each value would leave, the rest of the filter counted in", async () => {
    const complete = (field: "vendor" | "status" | "tag" | "fw" | "site", start: string, q = "") =>
      console_.stations.complete({ field, start, q });
    expect(await complete("vendor", "k")).toEqual([{ value: "Kestrel", count: 9 }]);
    expect(await complete("vendor", "", "id:CS-*")).toEqual([{ value: "ABB E-mobility", count: 1 }]);
    expect(await complete("status", "", "vendor:Kestrel status:faulted")).toEqual([]);
    expect(await complete("status", "")).toEqual([
      { value: "charging", count: 1 },
      { value: "faulted", count: 1 },
      { value: "offline", count: 1 },
    ]);
    expect(await complete("tag", "")).toEqual([
      { value: "lab", count: 10 },
      { value: "roof", count: 1 },
    ]);
    expect(await complete("fw", "1.8.2-")).toEqual([{ value: "1.8.2-rc1", count: 1 }]);
    expect(await complete("site", "süd")).toEqual([{ value: "Köln Süd", count: 1 }]);
  });

  it("orders by firmware as versions do", async () => {
    const { rows } = await console_.stations.list({ q: "id:FW-*", sort: "firmware" });
    expect(rows.map(({ firmwareVersion }) => firmwareVersion)).toEqual(["unknown", ...firmwares.slice(0, -1)]);
  });
});
