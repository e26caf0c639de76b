import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFile } from "../src/server/files/serve-file";
import { withoutSecretValues } from "../src/server/messages/mask";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { followerOf } from "./followed";
import { addStation } from "./network";

let house: TestConsole;
let folder: string;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  folder = mkdtempSync(join(tmpdir(), "chargehand-served-"));
  mkdirSync(folder, { recursive: true });
  station = (await addStation(house, { identity: "CS-FILES" })).id;
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

let lastCommand = 0;
async function addFile(text: string | undefined, name = "<script>alert(1)</script>.html") {
  const storedAs = text === undefined ? "gone" : `stored-${++lastCommand}`;
  if (text !== undefined) writeFileSync(join(folder, storedAs), text);
  const { id } = await house.prisma.stationFile.create({
    data: {
      ...{ stationId: station, commandId: ++lastCommand + 100, kind: "diagnostics", name, storedAs, type: "text/html" },
      tokenHash: Buffer.from(`hash ${lastCommand}`),
      expiresAt: new Date(),
      size: 5,
      receivedAt: new Date(),
    },
  });
  return id;
}
const serve = (person: typeof operator | undefined, id: string | number, asText = true) =>
  serveFile(house.context(person), { id: String(id), folder, asText });

describe("a station's file", () => {
  it("is handed out to operators, never as a page", async () => {
    const id = await addFile("<h1>hi</h1>");
    const read = await serve(operator, id);
    expect([read.status, await read.text()]).toEqual([200, "<h1>hi</h1>"]);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": "attachment; filename*=UTF-8''%3Cscript%3Ealert(1)%3C%2Fscript%3E.html",
      "x-content-type-options": "nosniff",
    });
    expect((await serve(operator, id, false)).headers.get("content-type")).toBe("application/octet-stream");
  });

  it("is kept from everybody else, and what is not there is said to be so", async () => {
    const id = await addFile("x");
    expect((await serve(undefined, id)).status).toBe(401);
    expect((await serve(viewer, id)).status).toBe(403);
    for (const odd of ["0", "999999", "../secrets", "1e3", "-1", ""])
      expect((await serve(operator, odd)).status).toBe(404);
    expect((await serve(operator, await addFile(undefined))).status).toBe(410);
  });

  it("is listed with what is known of it", async () => {
    const id = await addFile("abcde", "a.log");
    const [first] = await house.as(operator).files.list({ station });
    expect(first).toMatchObject({ id, name: "a.log", kind: "diagnostics", size: 5 });
  });
});

it("what a station told of a customer is put together once it is whole", async () => {
  const add = (request: number, sequence: number, text: string, last = false) =>
    house.prisma.holding.create({
      data: {
        ...{ stationId: station, kind: "customer-information", key: `${request}/${sequence}`, at: new Date() },
        value: { requestId: request, sequence, last, text },
      },
    });
  await add(7, 1, "B", false);
  await add(7, 0, "A");
  const reports = () => house.as(operator).customers.reports({ station });
  expect(await reports()).toMatchObject([{ command: 7, parts: 2, complete: false, text: null }]);
  await add(7, 2, "C", true);
  expect(await reports()).toMatchObject([{ command: 7, parts: 3, complete: true, text: "ABC" }]);
  await add(8, 1, "late", true);
  expect((await reports()).find(({ command }) => command === 8)).toMatchObject({ complete: false, text: null });
  await expect(house.as(viewer).customers.reports({ station })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("alerts that want a person are in the overview, the worst first, and critical events with them", async () => {
  const alert = (key: string, severity?: number) =>
    house.prisma.holding.create({
      data: {
        ...{ stationId: station, kind: "alert", key, at: new Date() },
        value: { variable: { component: "C", name: key }, actual: "1", since: new Date().toISOString(), severity },
      },
    });
  await alert("warning", 6);
  await alert("danger", 0);
  await alert("unrated");
  await alert("notice", 7);
  await house.pool.query(
    `INSERT INTO journal.event (id, type, station_id, at, received_at, data)
     SELECT nextval('journal.event_id'), 'security.reported', $1, now(), now(),
       jsonb_build_object('type', 'security.reported', 'what', what, 'critical', critical)
     FROM (VALUES ('TamperDetectionActivated', true), ('StartupOfTheDevice', true), ('InvalidMessages', false)) AS e(what, critical)`,
    [station],
  );
  await followerOf(house).caughtUp();
  const { issues } = await house.as(viewer).now.overview();
  const about = issues.map(({ about: facts, severity }) => {
    const name = facts.kind === "alert" ? facts.variable.name : facts.kind === "security" ? facts.what : facts.kind;
    return `${severity} ${name}`;
  });
  expect(about.toSorted()).toEqual([
    "critical TamperDetectionActivated",
    "critical danger",
    "minor unrated",
    "minor warning",
  ]);
  expect(about.slice(2).every((one) => one.startsWith("minor"))).toBe(true);
  expect(await house.as(viewer).securityEvents.list({ station })).toHaveLength(3);
});

it("neither the address of a place for a file nor what is told of a customer is read from messages", () => {
  const token = "A".repeat(43);
  const frame = `[2,"1","GetLog",{"log":{"remoteLocation":"http://h/files/${token}/"}}]`;
  expect(withoutSecretValues(frame)).not.toContain(token);
  const told = `[2,"1","NotifyCustomerInformation",{"data":"Erika","seqNo":0,"requestId":1,"generatedAt":"x"}]`;
  expect(withoutSecretValues(told)).not.toContain("Erika");
});
