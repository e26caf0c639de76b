import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportStations } from "../src/server/stations/export";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addConnector, addSession, addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  for (let n = 0; n < 4; n++) await addStation(house, { identity: `A-${n}`, site: "Nord" });
  await addStation(house, { identity: "A-old", site: "Nord", version: "1.6" });
  await addStation(house, { identity: "A-away", site: "Nord", connected: false });
  const busy = await addStation(house, { identity: "A-busy", site: "Nord", name: '=HYPERLINK("x")' });
  await addConnector(house, busy.id, { status: "occupied", activity: "charging" });
  await addConnector(house, busy.id, { evse: 2, status: "faulted", errorCode: "GroundFailure", vendorErrorCode: "7" });
  await addSession(house, busy.id, { meterStartWh: 1_000, meterWh: 5_500, powerW: 7_400 });
  await addStation(house, { identity: "A-stranger", site: "Nord", approval: "waiting" });
  await addStation(house, { identity: "B-1" });
});
afterAll(() => house.close());

const nord = { is: "all", q: "site:Nord" } as const;
const reset = { type: "reset", when: "now" } as const;

describe("a command for many stations", () => {
  it("is weighed first: who is told, who is away, whom it cuts off, who cannot be told and why", async () => {
    expect(await console_.stations.weigh({ chosen: nord, command: reset })).toEqual({
      stations: 7,
      told: 7,
      offline: 1,
      charging: { stations: 1, sessions: 1, energyWh: 4_500 },
      excluded: [],
    });
    const asked = await console_.stations.weigh({ chosen: nord, command: { type: "ask-transaction-status" } });
    expect(asked).toMatchObject({ stations: 7, told: 6, excluded: [{ stations: 1 }] });
    expect(asked.excluded[0]?.reason).toMatch(/1\.6/);
    const some = { is: "some" as const, ids: ["A-0", "A-away", "A-stranger", "nobody"] };
    expect(await console_.stations.weigh({ chosen: some, command: reset })).toMatchObject({
      stations: 3,
      told: 2,
      offline: 1,
      excluded: [{ reason: expect.stringContaining("waiting"), stations: 1 }],
    });
  });

  it("is given to those that were shown, and to nobody once they are others", async () => {
    const order = { chosen: nord, command: reset, name: "Reset Nord", ifOffline: "leave" } as const;
    await expect(console_.stations.tellMany({ ...order, expected: 6 })).rejects.toMatchObject({ code: "CONFLICT" });
    const { campaign } = await console_.stations.tellMany({ ...order, expected: 7 });
    const { rows } = await console_.campaigns.targets({ campaign });
    expect(rows.map(({ identity }) => identity).sort()).toEqual(["A-0", "A-1", "A-2", "A-3", "A-busy", "A-old"]);
    expect(await console_.campaigns.byId({ id: campaign })).toMatchObject({
      name: "Reset Nord",
      chosenBy: "site:Nord",
    });

    const waiting = await console_.stations.tellMany({ ...order, expected: 7, ifOffline: "wait" });
    expect((await console_.campaigns.targets(waiting)).rows).toHaveLength(7);
  });

  it("is nobody's to give who may only look", async () => {
    const looker = house.as(viewer).stations;
    await expect(looker.weigh({ chosen: nord, command: reset })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(looker.tag({ chosen: nord, add: ["x"] })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("tags", () => {
  it("are given and taken away, written small, each once, and told to everybody", async () => {
    const chosen = { is: "some" as const, ids: ["A-0", "A-1"] };
    expect(await console_.stations.tag({ chosen, add: ["Roof", "lab", "roof"] })).toEqual({ stations: 2 });
    expect(await console_.stations.tag({ chosen: { is: "all", q: "tag:roof id:A-1" }, remove: ["lab"] })).toEqual({
      stations: 1,
    });
    const { rows } = await console_.stations.list({ q: "tag:*" });
    expect(rows.map(({ identity, tags }) => [identity, ...tags])).toEqual([
      ["A-0", "lab", "roof"],
      ["A-1", "roof"],
    ]);
    expect(await console_.stations.tag({ chosen, add: ["roof"] })).toEqual({ stations: 0 });
    await expect(console_.stations.tag({ chosen, add: ["two words"] })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await house.prisma.audit.count({ where: { action: "station.tag" } })).toBe(3);
  });
});

describe("the file of all that match", () => {
  it("has a line for each, ISO times, units in its head, and no formula of anybody's; taking it is in the audit", async () => {
    const lines: string[] = [];
    for await (const line of exportStations({ ...house.context(operator), person: operator }, "site:Nord id:A-b*")) {
      lines.push(line);
    }
    const [head, busy, ...rest] = lines.join("").trim().split("\r\n");
    expect(head).toBe(
      "identity,name,site,vendor,model,firmware,ocpp_version,approval,connected,last_seen_utc,connectors,connector_states,faults,power_kw,tags",
    );
    expect(busy).toContain(`A-busy,"'=HYPERLINK(""x"")",Nord`);
    expect(busy).toMatch(/,2,1\.1:charging 2\.1:faulted,2\.1:GroundFailure\/7,7\.4,$/);
    expect(busy).toMatch(/,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,/);
    expect(rest).toEqual([]);
    expect(await house.prisma.audit.count({ where: { action: "station.export" } })).toBe(1);
  });
});
