import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../src/server/api/routes";
import { openApi, seen, type TestApi } from "./api-client";
import { openConsole, type TestConsole } from "./console";
import { addConnector, addFrame, addSample, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
let api: TestApi;
let station: number;
let session: number;
beforeAll(async () => {
  house = await openConsole();
  api = await openApi(house, { exactly: true });
  station = (await addStation(house, { identity: "KÖLN/1", site: "Süd", vendor: "Voltara", serialNumber: "SN-7" })).id;
  await addConnector(house, station, { evse: 1, status: "occupied", activity: "charging" });
  session = (await addSession(house, station, { powerW: 7_400, meterStartWh: 0, meterWh: 900, token: "dead-beef" })).id;
});
afterAll(() => house.close());

const koeln = `/stations/${encodeURIComponent("KÖLN/1")}`;

describe("stations", () => {
  it("are listed in pages, each with its connectors and what runs there", async () => {
    await addStation(house, { identity: "Z-1" });
    await addStation(house, { identity: "Z-2", connected: false });
    const first = await api.ask("GET", "/stations?limit=2");
    expect(first.body.data.map(({ id }: { id: string }) => id)).toEqual(["KÖLN/1", "Z-1"]);
    expect(first.body.data[0]).toMatchObject({
      number: station,
      powerW: 7_400,
      connectors: [{ evse: 1, session: { id: session } }],
    });
    const second = await api.ask("GET", `/stations?limit=2&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ data: [{ id: "Z-2" }], next: null });
  });

  it("are narrowed by what they show, by more than one value too", async () => {
    const found = async (query: string) =>
      (await api.ask("GET", `/stations?${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await found("state=offline")).toEqual(["Z-2"]);
    expect(await found("state=offline&state=charging")).toEqual(["KÖLN/1", "Z-2"]);
    expect(await found(`site=${encodeURIComponent("Süd")}&text=volt`)).toEqual(["KÖLN/1"]);
    expect(await found("approval=retired")).toEqual([]);
    expect(await found(`filter=${encodeURIComponent("-connected:yes vendor:*")}&text=z`)).toEqual([]);
    expect(await found(`filter=${encodeURIComponent("-connected:yes")}`)).toEqual(["Z-2"]);
    expect(await found("descending=true&limit=1")).toEqual(["Z-2"]);
  });

  it("are found by their name on the wire, percent-encoded", async () => {
    expect((await api.ask("GET", koeln)).body).toMatchObject({ id: "KÖLN/1", serialNumber: "SN-7", connected: true });
    const head = await api.send("HEAD", koeln);
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("are taken in before they call, with a secret that is told once", async () => {
    const made = await api.ask("POST", "/stations", { body: { id: "NEW-1", name: "First" } });
    expect(made).toMatchObject({ status: 201, body: { id: "NEW-1", secret: expect.stringMatching(/^[0-9a-f]{40}$/) } });
    const renewed = await api.ask("POST", "/stations/NEW-1/secret");
    expect(renewed.body.secret).not.toBe(made.body.secret);
    expect((await api.ask("GET", "/stations/NEW-1")).body).toMatchObject({ name: "First", hasSecret: true });
    const again = await api.ask("POST", "/stations", { body: { id: "new-1" } });
    expect(again.body).toMatchObject({ status: 409, type: "urn:chargehand:problem:conflict" });
  });

  it("that came unannounced are approved or refused", async () => {
    await addStation(house, { identity: "W-1", approval: "waiting" });
    await addStation(house, { identity: "W-2", approval: "waiting" });
    const approved = await api.ask("POST", "/stations/W-1/approve", { body: { credentials: "no-password" } });
    expect(approved.body.secret).toBeNull();
    expect((await api.ask("POST", "/stations/W-2/refuse")).status).toBe(204);
    expect((await api.ask("POST", "/stations/W-2/refuse")).body.type).toBe("urn:chargehand:problem:refused");
    expect((await api.ask("GET", "/stations/W-2")).body.approval).toBe("refused");
  });

  it("are renamed and moved; what is left out stays", async () => {
    const { body: site } = await api.ask("POST", "/sites", { body: { name: "Nord", timeZone: "Europe/Berlin" } });
    await api.ask("PATCH", "/stations/Z-1", { body: { name: "Deck 2", siteId: site.id } });
    const moved = await api.ask("PATCH", "/stations/Z-1", { body: { siteId: null } });
    expect(moved.body).toMatchObject({ name: "Deck 2", site: null });
    const nowhere = await api.ask("PATCH", "/stations/Z-1", { body: { siteId: 999_999 } });
    expect(nowhere.status).toBe(404);
    expect((await api.ask("GET", "/sites")).body.data).toMatchObject([
      { name: "Nord", timeZone: "Europe/Berlin" },
      { name: "Süd" },
    ]);
  });

  it("get another machine in their place: its sessions stay, its hardware and its secret go", async () => {
    const replaced = await addStation(house, {
      identity: "R-1",
      vendor: "Old",
      serialNumber: "SN-OLD",
      bootReason: "x",
    });
    await addConnector(house, replaced.id);
    await addSession(house, replaced.id, { status: "ended" });
    const held = { stationId: replaced.id, kind: "profile", key: "1", value: {}, at: new Date() };
    await house.prisma.holding.create({ data: held });
    const answer = await api.ask("POST", "/stations/R-1/replace-hardware");
    expect(answer.body.secret).toMatch(/^[0-9a-f]{40}$/);
    expect((await api.ask("GET", "/stations/R-1")).body).toMatchObject({
      vendor: null,
      serialNumber: null,
      version: null,
      connected: false,
      connectors: [],
    });
    expect(await house.prisma.holding.count({ where: { stationId: replaced.id } })).toBe(0);
    expect((await api.ask("GET", "/sessions?station=R-1")).body.data).toHaveLength(1);
    const audit = await house.prisma.audit.findFirstOrThrow({ where: { action: "station.replace-hardware" } });
    expect(audit).toMatchObject({ before: { serialNumber: "SN-OLD" }, origin: "api" });
  });

  it("are retired for good, and keep their history", async () => {
    await addStation(house, { identity: "OUT-1" });
    expect((await api.ask("POST", "/stations/OUT-1/retire")).status).toBe(204);
    expect((await api.ask("GET", "/stations/OUT-1")).body.approval).toBe("retired");
    expect((await api.ask("POST", "/stations/OUT-1/retire")).status).toBe(409);
  });
});

describe("sessions", () => {
  it("are listed newest first, by station, site, token, status and time", async () => {
    const count = async (query: string) => (await api.ask("GET", `/sessions?${query}`)).body.data.length;
    const { site } = (await api.ask("GET", koeln)).body;
    expect(await count(`station=${encodeURIComponent("KÖLN/1")}&only=open`)).toBe(1);
    expect(await count(`site=${site.id}`)).toBe(1);
    expect(await count("token=DEAD-beef")).toBe(1);
    expect(await count("token=dead")).toBe(0);
    expect(await count(`from=${minutesAgo(60).toISOString()}&to=${new Date().toISOString()}`)).toBeGreaterThan(0);
    expect(await count(`to=${minutesAgo(60).toISOString()}`)).toBe(0);
    const page = (await api.ask("GET", "/sessions?limit=1")).body;
    expect((await api.ask("GET", `/sessions?limit=1&cursor=${page.next}`)).body.data[0].id).not.toBe(page.data[0].id);
  });

  it("are shown whole, with what their meter said in pages that leave nothing out", async () => {
    expect((await api.ask("GET", `/sessions/${session}`)).body).toMatchObject({
      id: session,
      station: { id: "KÖLN/1" },
      energyWh: 900,
      missingSequences: [],
    });
    const at = minutesAgo(20);
    // Five readings of the very same moment, and one later.
    for (let n = 0; n < 5; n++) await addSample(house, { session, station, at, energyWh: n });
    await addSample(house, { session, station, at: minutesAgo(10), energyWh: 9, powerW: 7_400 });
    const told: number[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await api.ask("GET", `/sessions/${session}/meter-values?limit=2${cursor}`);
      told.push(...body.data.map(({ energyWh }: { energyWh: number }) => energyWh));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(told.toSorted()).toEqual([0, 1, 2, 3, 4, 9]);
    expect(told.at(-1)).toBe(9);
  });

  it("are decided about, and the decision is taken back", async () => {
    const address = `/sessions/${session}/decisions`;
    const made = await api.ask("POST", address, { body: { kind: "give-token", token: "CAFE" } });
    expect(made.status).toBe(201);
    expect((await api.ask("GET", `/sessions/${session}`)).body.token).toBe("CAFE");
    expect((await api.ask("POST", `/sessions/decisions/${made.body.decision}/undo`)).status).toBe(204);
    expect((await api.ask("GET", address)).body).toMatchObject([{ kind: "give-token", token: "CAFE" }]);
    expect((await api.ask("GET", `/sessions/${session}`)).body.token).not.toBe("CAFE");
  });
});

describe("tokens", () => {
  it("are made known, changed, blocked, let charge again and forgotten", async () => {
    const expiresAt = "2030-01-01T00:00:00.000Z";
    const made = await api.ask("POST", "/tokens", {
      body: { value: "CAFE", kind: "iso14443", note: "spare", expiresAt },
    });
    expect(made).toMatchObject({ status: 201, body: { value: "CAFE", status: "active", expiresAt } });
    const address = `/tokens/${made.body.id}`;
    expect((await api.ask("POST", `${address}/block`)).body.status).toBe("blocked");
    expect((await api.ask("GET", "/tokens?status=blocked&text=spare")).body.data).toHaveLength(1);
    expect((await api.ask("POST", `${address}/unblock`)).body.status).toBe("active");
    const changed = await api.ask("PATCH", address, { body: { group: "fleet", expiresAt: null } });
    expect(changed.body).toMatchObject({ group: "fleet", expiresAt: null, note: "spare" });
    expect((await api.ask("GET", address)).body).toEqual(changed.body);
    expect((await api.ask("DELETE", address)).status).toBe(204);
    expect((await api.ask("DELETE", address)).status).toBe(404);
  });

  it("tell where they charge", async () => {
    await api.ask("POST", "/tokens", { body: { value: "DEAD-BEEF" } });
    const { body } = await api.ask("GET", "/tokens?text=dead");
    expect(body.data).toMatchObject([{ charging: { sessionId: session, station: "KÖLN/1" } }]);
  });
});

describe("frames", () => {
  it("are a station's conversation, by action, direction, time and message, with secrets covered", async () => {
    const call = '[2,"m-x","ChangeConfiguration",{"key":"AuthorizationKey","value":"tell-nobody"}]';
    await addFrame(house, { station, at: minutesAgo(2), action: "ChangeConfiguration", direction: "out", call });
    await addFrame(house, { station, at: minutesAgo(1), action: "Heartbeat" });
    const list = async (query = "") => (await api.ask("GET", `${koeln}/frames?${query}`)).body.data;
    expect((await list()).map(({ action }: { action: string }) => action)).toEqual([
      "Heartbeat",
      "ChangeConfiguration",
    ]);
    expect(await list("action=Heartbeat&action=Authorize")).toHaveLength(1);
    expect(await list("from=us")).toHaveLength(1);
    expect(await list(`since=${new Date(Date.now() - 90_000).toISOString()}`)).toHaveLength(1);
    const [heartbeat] = await list("action=Heartbeat");
    expect(await list(`messageId=${heartbeat.messageId}`)).toHaveLength(1);
    const [ours] = await list("from=us");
    const whole = await api.ask("GET", `/frames/${ours.id}`);
    expect(whole.body.call).toContain("ChangeConfiguration");
    expect(JSON.stringify(whole.body)).not.toContain("tell-nobody");
  });

  it("of every station are searched as the console does", async () => {
    const found = async (q: string) => (await api.ask("GET", `/frames?q=${encodeURIComponent(q)}`)).body.data;
    await addFrame(house, { station, at: minutesAgo(1), action: "Authorize", verdict: "InternalError" });
    expect(await found("action:Authorize outcome:error")).toMatchObject([{ action: "Authorize" }]);
    expect(await found("action:Authorize outcome:ok")).toEqual([]);
  });
});

describe("variables", () => {
  it("are listed in pages, what opens a door without its value", async () => {
    const of = (name: string, value: string) => ({
      stationId: station,
      key: `x/${name}`.toLowerCase(),
      attribute: "actual",
      component: "SecurityCtrlr",
      name,
      value,
      values: [],
      reportedAt: new Date(),
    });
    await house.prisma.variable.createMany({ data: [of("BasicAuthPassword", "tell-nobody"), of("Identity", "K")] });
    const first = (await api.ask("GET", `${koeln}/variables?limit=1`)).body;
    expect(first.data).toMatchObject([{ name: "BasicAuthPassword", value: null }]);
    const second = (await api.ask("GET", `${koeln}/variables?limit=1&cursor=${first.next}`)).body;
    expect(second).toMatchObject({ data: [{ name: "Identity", value: "K" }], next: null });
  });
});

describe("commands", () => {
  it("that nobody answers yet are on their way, are listed, and can be taken back", async () => {
    const sent = await api.ask("POST", `${koeln}/commands?wait=0&reason=test`, {
      body: { type: "reset", when: "now" },
    });
    expect(sent).toMatchObject({ status: 202, body: { delivery: "queued", station: "KÖLN/1", reason: "test" } });
    expect(sent.body).toMatchObject({ origin: "api", by: "a program", response: null });
    expect((await api.ask("GET", `/commands?station=${encodeURIComponent("KÖLN/1")}`)).body.data).toHaveLength(1);
    expect((await api.ask("POST", `/commands/${sent.body.id}/cancel`)).status).toBe(204);
    expect((await api.ask("GET", `/commands/${sent.body.id}`)).body.state).toBe("cancelled");
    expect((await api.ask("POST", `/commands/${sent.body.id}/cancel`)).status).toBe(409);
  });

  it("read and write variables", async () => {
    const read = await api.ask("POST", `${koeln}/variables/read?wait=0`);
    expect(read.body.command).toEqual({ type: "read-variables" });
    const writes = [{ variable: { component: "AuthCtrlr", name: "Enabled" }, value: "true" }];
    const written = await api.ask("POST", `${koeln}/variables/write?wait=0`, { body: { writes } });
    expect(written.body.command).toMatchObject({ type: "write-variables", writes });
  });

  it("are kept for a station that is away, if that is wanted", async () => {
    const order = { body: { type: "reset", when: "now" } };
    const refused = await api.ask("POST", "/stations/Z-2/commands?wait=0", order);
    expect(refused.body).toMatchObject({ status: 409, type: "urn:chargehand:problem:offline" });
    const kept = await api.ask("POST", "/stations/Z-2/commands?wait=0&ifOffline=queue&expiresInSeconds=60", order);
    expect(kept.status).toBe(202);
  });
});

it("every route was seen to succeed, but those that have tests of their own", () => {
  const elsewhere = ["Events", "Webhooks", "API keys"];
  const unseen = routes
    .filter(({ tag, path }) => !elsewhere.includes(tag) && path !== "/stations/{id}/ocpp/{action}")
    .filter(
      ({ method, path, answers }) => !Object.keys(answers).some((status) => seen.has(`${method} ${path} ${status}`)),
    )
    .map(({ method, path }) => `${method} ${path}`);
  expect(unseen).toEqual([]);
  expect(api.errors).toEqual([]);
});
