import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "./api-client";
import { openField, type TestField } from "./api-stations";
import { openConsole, type TestConsole } from "./console";

let house: TestConsole;
let api: TestApi;
let field: TestField;
beforeAll(async () => {
  house = await openConsole();
  api = await openApi(house, { exactly: true });
  field = await openField(house, { CALL_TIMEOUT_SECONDS: "2" });
});
afterAll(async () => {
  await field.close();
  await house.close();
});

const call = (station: string, action: string, body: object = {}, query = "") =>
  api.ask("POST", `/stations/${encodeURIComponent(station)}/ocpp/${action}${query}`, { body });

describe("a call in the station's own words", () => {
  it("comes back with the station's own answer, in every version", async () => {
    await field.connect("SIXTEEN", "1.6");
    await field.connect("TWO/ONE", "2.1");
    const sixteen = await call("SIXTEEN", "GetConfiguration", { key: ["HeartbeatInterval"] });
    expect(sixteen).toMatchObject({
      status: 200,
      body: { status: "accepted", response: { configurationKey: [{ key: "HeartbeatInterval" }] }, error: null },
    });
    const component = { name: "OCPPCommCtrlr" };
    const two = await call("TWO/ONE", "GetVariables", {
      getVariableData: [{ component, variable: { name: "HeartbeatInterval" } }],
    });
    expect(two.body.response.getVariableResult).toMatchObject([{ attributeStatus: "Accepted" }]);

    const { body } = await api.ask("GET", `/commands/${two.body.commandId}`);
    expect(body).toMatchObject({ action: "GetVariables", response: two.body.response, origin: "api" });
  });

  it("is 200 with the station's own error, word for word", async () => {
    await field.connect("ERRS", "2.0.1", { faults: { error: new Set(["ClearCache"]) } });
    const got = await call("ERRS", "ClearCache");
    expect(got).toMatchObject({
      status: 200,
      body: { status: "error", response: null, error: { code: "InternalError" } },
    });
  });

  it("is 200 with the refusal that the station answers", async () => {
    await field.connect("REFUSES", "1.6", { faults: { reject: "all" } });
    const got = await call("REFUSES", "ClearCache");
    expect(got.body).toMatchObject({ status: "rejected", response: { status: "Rejected" } });
  });

  it("is refused with the exact path where it breaks the station's own version, and nothing is sent", async () => {
    const before = await house.prisma.command.count();
    const broken = await call("SIXTEEN", "TriggerMessage", { requestedMessage: "Heartbeat", connectorId: "one" });
    expect(broken.body).toMatchObject({
      status: 422,
      type: "urn:chargehand:problem:invalid-payload",
      errors: [{ in: "body", path: "$.connectorId" }],
    });
    // Right in 2.x, wrong in 1.6.
    const foreign = await call("SIXTEEN", "Reset", { type: "Immediate" });
    expect(foreign.body.errors).toMatchObject([{ path: "$.type" }]);
    expect(await house.prisma.command.count()).toBe(before);
  });

  it("is refused when the station's version has no such call", async () => {
    for (const action of ["GetVariables", "BootNotification", "Nonsense"]) {
      const got = await call("SIXTEEN", action);
      expect(got.body).toMatchObject({ status: 422, type: "urn:chargehand:problem:unsupported-by-version" });
    }
  });

  it("is 409 for a station that is away, and 404 for one that nobody knows", async () => {
    const station = await field.connect("AWAY", "2.0.1");
    station.stop();
    await expect.poll(async () => (await api.ask("GET", "/stations/AWAY")).body.connected).toBe(false);
    expect((await call("AWAY", "ClearCache")).body).toMatchObject({
      status: 409,
      type: "urn:chargehand:problem:offline",
    });
    expect((await call("NOBODY", "ClearCache")).body.type).toBe("urn:chargehand:problem:unknown-station");
  });

  it("is 202 when it is not answered within the wait, and can be asked for later", async () => {
    await field.connect("SLOW", "2.0.1", { faults: { slowAnswers: 1_000 } });
    const got = await call("SLOW", "ClearCache", {}, "?wait=0.2");
    expect(got).toMatchObject({ status: 202, body: { status: "sent", response: null } });
    const later = () => api.ask("GET", `/commands/${got.body.commandId}`);
    await expect.poll(async () => (await later()).body.answer, { timeout: 5_000 }).toBe("accepted");
    expect((await later()).body.response).toMatchObject({ status: "Accepted" });
  });

  it("is 504 when the station never answers, with the command that nobody knows the fate of", async () => {
    await field.connect("SILENT", "1.6", { faults: { neverAnswer: "all" } });
    const got = await call("SILENT", "ClearCache");
    expect(got.body).toMatchObject({ status: 504, type: "urn:chargehand:problem:no-answer" });
    expect((await api.ask("GET", `/commands/${got.body.commandId}`)).body.answer).toBe("none");
  });

  it("is 504 when the line breaks before the answer, and it is never sent again by itself", async () => {
    const station = await field.connect("BREAKS", "2.0.1", { faults: { neverAnswer: "all" } });
    const asked = call("BREAKS", "ClearCache");
    await expect.poll(() => station.ledger.counts.received).toBe(1);
    station.stop();
    const got = await asked;
    expect(got.status).toBe(504);
    expect((await api.ask("GET", `/commands/${got.body.commandId}`)).body.delivery).toBe("in-doubt");
  });

  it("shows no secret of the station's answer", async () => {
    const { body } = await call("SIXTEEN", "ClearCache");
    const configurationKey = [{ key: "AuthorizationKey", readonly: false, value: "tell-nobody" }];
    await house.prisma.command.update({ where: { id: body.commandId }, data: { response: { configurationKey } } });
    const shown = await api.ask("GET", `/commands/${body.commandId}`);
    expect(shown.body.response.configurationKey).toMatchObject([{ key: "AuthorizationKey", value: "••••••••" }]);
  });

  it("needs the permission for any call at all, on top of the one for commands", async () => {
    const key = await api.makeKey(["commands.send"]);
    const got = await api.ask("POST", "/stations/SIXTEEN/ocpp/ClearCache", { key, body: {} });
    expect(got.body).toMatchObject({ status: 403, detail: expect.stringContaining("commands.expert") });
    const raw = { type: "raw", action: "ClearCache", payload: {} };
    expect((await api.ask("POST", "/stations/SIXTEEN/commands", { key, body: raw })).status).toBe(403);
  });
});

describe("a command in the words of all versions", () => {
  it("comes back settled, and is seen to have happened later", async () => {
    await field.connect("DOES", "1.6");
    const got = await api.ask("POST", "/stations/DOES/commands", {
      body: { type: "set-availability", operative: false, evse: 1 },
    });
    expect(got).toMatchObject({
      status: 200,
      body: { delivery: "sent", answer: "accepted", action: "ChangeAvailability" },
    });
    const proof = async () => (await api.ask("GET", `/commands/${got.body.id}`)).body.proof;
    await expect.poll(proof, { timeout: 5_000 }).toBe("confirmed");
  });

  it("is 422 when the version has no words for it", async () => {
    const got = await api.ask("POST", "/stations/DOES/commands", { body: { type: "ask-transaction-status" } });
    expect(got.body).toMatchObject({ status: 422, type: "urn:chargehand:problem:unsupported-by-version" });
  });

  it("brings a station's variables into its list", async () => {
    await field.connect("VARS", "2.0.1");
    expect((await api.ask("POST", "/stations/VARS/variables/read", {})).body.answer).toBe("accepted");
    const names = async () => (await api.ask("GET", "/stations/VARS/variables")).body.data.length;
    await expect.poll(names, { timeout: 10_000 }).toBeGreaterThan(10);
  });
});

describe("whoever leaves in the middle", () => {
  it("ends its wait and nothing else: the command goes on, and nobody listens any more", async () => {
    await field.connect("LEFT", "2.0.1", { faults: { slowAnswers: 700 } });
    const leaving = new AbortController();
    const listeners = house.live.listeners();
    const asked = api.send("POST", "/stations/LEFT/ocpp/ClearCache", { body: {}, signal: leaving.signal });
    await expect.poll(() => house.live.listeners()).toBe(listeners + 1);
    leaving.abort();
    const { commandId } = await (await asked).json();
    expect(house.live.listeners()).toBe(listeners);
    const answer = async () => (await api.ask("GET", `/commands/${commandId}`)).body.answer;
    await expect.poll(answer, { timeout: 5_000 }).toBe("accepted");
  });
});

describe("replacing and retiring", () => {
  it("sends a retired station away and keeps it out", async () => {
    const station = await field.connect("RETIRES", "2.1", { reconnect: false });
    await api.ask("POST", "/stations/RETIRES/retire");
    await expect.poll(() => station.online).toBe(false);
    await expect(station.connect()).rejects.toMatchObject({ status: 404 });
  });

  it("lets in the new machine with the new secret only, and knows what it is", async () => {
    const old = await field.connect("SWAPPED", "1.6", { reconnect: false, serial: "SN-OLD" });
    const { secret } = (await api.ask("POST", "/stations/SWAPPED/replace-hardware")).body;
    // Whatever the old machine says counts no more, and costs it its line.
    void old.call("Heartbeat", {});
    void old.call("StatusNotification", { connectorId: 1, errorCode: "NoError", status: "Available" });
    await expect.poll(() => old.online, { timeout: 10_000 }).toBe(false);
    await expect(old.connect()).rejects.toMatchObject({ status: 401 });

    const { VirtualStation } = await import("@chargehand/simulator/station");
    const fresh = new VirtualStation({ identity: "SWAPPED", version: "2.1", url: field.url, secret, serial: "SN-NEW" });
    await fresh.connect();
    expect((await api.ask("GET", "/stations/SWAPPED")).body).toMatchObject({ serialNumber: "SN-NEW", version: "2.1" });
    fresh.stop();
  });
});

it("fifty commands to fifty stations at once settle in the time of the slowest", async () => {
  const slowest = 1_500;
  const names = Array.from({ length: 50 }, (_, n) => `FLEET-${n}`);
  await Promise.all(
    names.map((name, n) =>
      field.connect(name, n % 2 ? "1.6" : "2.0.1", { faults: { slowAnswers: (slowest * (n + 1)) / 50 } }),
    ),
  );
  const began = performance.now();
  const answers = await Promise.all(names.map((name) => call(name, "ClearCache")));
  const took = performance.now() - began;
  expect(api.errors).toEqual([]);
  expect(answers.map(({ body }) => body.status)).toEqual(names.map(() => "accepted"));
  // One after the other they would take 38 seconds; what is added to the slowest is a busy machine.
  expect(took).toBeLessThan(slowest + 6_000);
});
