import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "./api-client";
import { openConsole, type TestConsole } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let api: TestApi;
beforeAll(async () => {
  house = await openConsole();
  api = await openApi(house);
});
afterAll(() => house.close());

const create = (id: string, key: string, more: object = {}) =>
  api.ask("POST", "/stations", { body: { id, ...more }, headers: { "idempotency-key": key } });

describe("a request with an idempotency key", () => {
  it("sent again gets its first answer, secret and all, and is not done twice", async () => {
    const first = await create("ONCE-1", "k-1");
    const again = await create("ONCE-1", "k-1");
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([first, again].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
    expect(await house.prisma.audit.count({ where: { action: "station.create" } })).toBe(1);
  });

  it("keeps no secret that anybody could read in the database", async () => {
    const { body } = await create("ONCE-2", "k-2");
    const { rows } = await house.pool.query("SELECT answer FROM idempotent_request");
    for (const { answer } of rows) expect(answer.toString("latin1")).not.toContain(body.secret);
  });

  it("with another body, address or method is 422, and nothing is done", async () => {
    await create("ONCE-3", "k-3");
    const other = await create("ONCE-3", "k-3", { name: "other" });
    expect(other.body).toMatchObject({ status: 422, type: "urn:chargehand:problem:idempotency-key-reused" });
    const headers = { "idempotency-key": "k-3" };
    expect((await api.ask("POST", "/sites", { body: { id: "ONCE-3" }, headers })).status).toBe(422);
  });

  it("gets a refusal again too, whatever became possible since", async () => {
    const order = { body: { type: "reset", when: "now" }, headers: { "idempotency-key": "k-4" } };
    const { id } = await addStation(house, { identity: "LATER", connected: false });
    expect((await api.ask("POST", "/stations/LATER/commands?wait=0", order)).status).toBe(409);
    await house.prisma.station.update({ where: { id }, data: { connected: true } });
    expect((await api.ask("POST", "/stations/LATER/commands?wait=0", order)).status).toBe(409);
    expect(await house.prisma.command.count({ where: { stationId: id } })).toBe(0);
  });

  it("sent at once ten times is done once, and the others are told to wait", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => create("ONCE-5", "k-5")));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(statuses).toContain(201);
    const waiting = answers.filter(({ status }) => status === 409);
    for (const { body } of waiting) expect(body.type).toBe("urn:chargehand:problem:request-in-progress");
    expect(
      await house.prisma.audit.count({
        where: { action: "station.create", after: { path: ["identity"], equals: "ONCE-5" } },
      }),
    ).toBe(1);
  });

  it("belongs to the api key: another program may use the same words", async () => {
    const key = await api.makeKey(["sites.write"]);
    const other = await api.makeKey(["sites.write"]);
    const send = (key: string, name: string) =>
      api.ask("POST", "/sites", { key, body: { name }, headers: { "idempotency-key": "same" } });
    expect((await send(key, "A")).status).toBe(201);
    expect((await send(other, "B")).status).toBe(201);
  });

  it("is forgotten after a day", async () => {
    await create("DAY-1", "k-day");
    house.time.now = new Date(Date.now() + 25 * 3_600_000);
    const later = await create("DAY-2", "k-day");
    house.time.now = undefined;
    expect(later.status).toBe(201);
  });

  it("has words that fit in a header", async () => {
    expect((await create("X", "")).body.errors).toMatchObject([{ in: "header", path: "Idempotency-Key" }]);
    expect((await create("X", "x".repeat(256))).status).toBe(422);
  });

  it("is of no account where nothing is changed", async () => {
    const headers = { "idempotency-key": "k-get" };
    await api.ask("GET", "/sites", { headers });
    expect(await house.pool.query("SELECT 1 FROM idempotent_request WHERE key = 'k-get'")).toMatchObject({
      rowCount: 0,
    });
  });
});
