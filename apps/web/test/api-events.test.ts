import { insertEvents } from "@chargehand/db/events";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../src/server/api/routes";
import { startDispatcher } from "../src/server/webhooks/dispatcher";
import { openApi, seen, type TestApi } from "./api-client";
import { openConsole, pepper, type TestConsole } from "./console";
import { addStation } from "./network";
import { openReceiver, type Receiver } from "./receiver";

let house: TestConsole;
let api: TestApi;
let receiver: Receiver;
beforeAll(async () => {
  house = await openConsole();
  receiver = await openReceiver();
  api = await openApi(house, { webhookHosts: ["127.0.0.1"] });
});
afterAll(async () => {
  await receiver.close();
  await house.close();
});

const problem = (name: string) => `urn:chargehand:problem:${name}`;

describe("events", () => {
  it("are read in pages from a cursor on, narrowed by type and station", async () => {
    const { id: station } = await addStation(house, { identity: "CS-1" });
    const { body: start } = await api.ask("GET", "/events");
    expect(start).toMatchObject({ data: [], more: false });
    await insertEvents(house.pool, [
      { station, event: { type: "session.started", session: 7 } },
      { event: { type: "token.changed", token: "A" } },
    ]);
    const read = async (query = "") => (await api.ask("GET", `/events?after=${start.cursor}${query}`)).body;
    await waitFor(async () => (await read()).data.length === 2, { what: "two events" });

    expect((await read("&station=CS-1")).data).toMatchObject([{ type: "session.started", station: { id: "CS-1" } }]);
    expect((await read("&types=token.changed&types=session.ended")).data).toMatchObject([{ data: { token: "A" } }]);
    const first = await read("&limit=1");
    expect(first).toMatchObject({ more: true, cursor: first.data[0].id });
  });

  it("are refused with a problem of their own each time", async () => {
    expect((await api.ask("GET", "/events?after=yesterday")).body).toMatchObject({
      status: 422,
      type: problem("invalid-request"),
      errors: [{ in: "query", path: "$.after" }],
    });
    expect((await api.ask("GET", "/events?after=999999999999-1")).body).toMatchObject({
      status: 410,
      type: problem("cursor-gone"),
    });
    expect((await api.ask("GET", "/events?station=nowhere")).body.type).toBe(problem("unknown-station"));
    expect((await api.ask("GET", "/events?types=session.exploded")).body.type).toBe(problem("invalid-request"));
    const key = await api.makeKey(["stations.view"]);
    expect((await api.ask("GET", "/events", { key })).body.type).toBe(problem("missing-permission"));
    const headers = { accept: "text/event-stream" };
    expect((await api.ask("GET", "/events?after=yesterday", { headers })).status).toBe(422);
  });

  it("come as a stream that resumes where it was cut, and ends with its key", async () => {
    const key = await api.makeKey(["events.view"]);
    const { body: start } = await api.ask("GET", "/events");
    await insertEvents(house.pool, [
      { event: { type: "token.changed", token: "one" } },
      { event: { type: "token.changed", token: "two" } },
    ]);
    const first = await listen(`/events?after=${start.cursor}`, key);
    const id = /^id: (\S+)$/m.exec(await first.until('"one"'))?.[1] ?? "";
    await first.leave();

    const second = await listen(`/events?after=${start.cursor}`, key, { "last-event-id": id });
    expect(await second.until('"two"')).not.toContain('"one"');

    await house.prisma.apiKey.updateMany({
      where: { permissions: { has: "events.view" } },
      data: { revokedAt: new Date() },
    });
    await expect(second.until("never")).rejects.toThrow("ended");
    expect(house.live.readers()).toBe(0);
  });
});

describe("webhooks", () => {
  it("are made, shown without their secret, changed, pinged, followed, redelivered and forgotten", async () => {
    await house.prisma.apiKey.updateMany({ data: { revokedAt: null } });
    const { pool, prisma, bus, clock } = { ...house.context(undefined), bus: house.bus };
    const dispatcher = await startDispatcher({
      ...{ pool, prisma, bus, clock },
      secretPepper: pepper,
      rules: { allowed: ["127.0.0.1"] },
      onError: (error) => house.errors.push(error),
    });
    const body = { name: "billing", url: receiver.url, types: ["session.ended"] };
    const made = await api.ask("POST", "/webhooks", { body });
    expect(made).toMatchObject({ status: 201, body: { ...body, secret: expect.stringMatching(/^whsec_/), off: null } });
    const { id } = made.body;

    expect((await api.ask("GET", "/webhooks")).body.data).toMatchObject([{ id, name: "billing" }]);
    const changed = await api.ask("PATCH", `/webhooks/${id}`, { body: { types: [], stations: ["CS-1"] } });
    expect(changed.body).toMatchObject({ types: [], stations: ["CS-1"], url: receiver.url });
    expect(JSON.stringify((await api.ask("GET", `/webhooks/${id}`)).body)).not.toContain("whsec_");
    expect((await api.ask("POST", `/webhooks/${id}/secret`)).body.secret).not.toBe(made.body.secret);

    const { body: pinged } = await api.ask("POST", `/webhooks/${id}/ping`);
    const status = async () => (await api.ask("GET", `/deliveries/${pinged.delivery}`)).body.status;
    await expect.poll(status, { timeout: 10_000 }).toBe("delivered");
    expect((await api.ask("GET", `/webhooks/${id}/deliveries?status=delivered`)).body.data).toMatchObject([
      { id: pinged.delivery, type: "ping", lastCode: 204 },
    ]);
    expect((await api.ask("POST", `/deliveries/${pinged.delivery}/redeliver`)).status).toBe(202);
    await receiver.until(2);
    await dispatcher.close();

    await api.ask("PATCH", `/webhooks/${id}`, { body: { enabled: false } });
    expect((await api.ask("POST", `/webhooks/${id}/ping`)).body.type).toBe(problem("refused"));
    expect((await api.ask("DELETE", `/webhooks/${id}`)).status).toBe(204);
    expect((await api.ask("GET", `/webhooks/${id}`)).body.type).toBe(problem("not-found"));
    expect((await api.ask("GET", `/webhooks/${id}/deliveries`)).status).toBe(404);
    expect((await api.ask("GET", `/deliveries/${pinged.delivery}`)).status).toBe(404);
  });

  it("are not sent inside, whatever the spelling", async () => {
    for (const url of ["https://167772161/", "http://example.org/", "https://[::1]/"]) {
      const { body } = await api.ask("POST", "/webhooks", { body: { name: "x", url } });
      expect(body).toMatchObject({ status: 409, type: problem("refused") });
    }
    const { body } = await api.ask("POST", "/webhooks", { body: { name: "", url: "", types: ["x"] } });
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(["$.name", "$.url", "$.types[0]"]);
  });
});

describe("API keys", () => {
  it("are made by programs within what those may, listed without themselves, and revoked", async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const made = await api.ask("POST", "/api-keys", { body: { name: "n", permissions: ["sites.view"], expiresAt } });
    expect(made.status).toBe(201);
    const { key, id } = made.body;
    expect((await api.ask("GET", "/sites", { key })).status).toBe(200);
    const { body: listed } = await api.ask("GET", "/api-keys?limit=1");
    expect(listed.data).toMatchObject([{ id, prefix: key.slice(0, 12), expiresAt, permissions: ["sites.view"] }]);
    expect(JSON.stringify(listed)).not.toContain(key);

    const narrow = await api.makeKey(["apikeys.write"]);
    const more = await api.ask("POST", "/api-keys", { key: narrow, body: { name: "n", permissions: ["sites.view"] } });
    expect(more.body.type).toBe(problem("missing-permission"));

    expect((await api.ask("DELETE", `/api-keys/${id}`)).status).toBe(204);
    expect((await api.ask("DELETE", `/api-keys/${id}`)).body.type).toBe(problem("conflict"));
    expect((await api.ask("GET", "/sites", { key })).body.type).toBe(problem("revoked-key"));
  });
});

it("every route of these was seen to succeed", () => {
  const unseen = routes
    .filter(({ tag }) => ["Events", "Webhooks", "API keys"].includes(tag))
    .filter(
      ({ method, path, answers }) => !Object.keys(answers).some((status) => seen.has(`${method} ${path} ${status}`)),
    );
  expect(unseen.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  expect(api.errors).toEqual([]);
});

async function listen(path: string, key: string, headers: Record<string, string> = {}) {
  const response = await api.send("GET", path, { key, headers: { accept: "text/event-stream", ...headers } });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async until(wanted: string) {
      while (!text.includes(wanted)) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`the stream ended before ${wanted}`);
        text += value;
      }
      return text;
    },
    leave: () => reader?.cancel(),
  };
}
