import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rateLimiter } from "../src/server/api/rate-limit";
import { routes } from "../src/server/api/routes";
import { openApi, type TestApi } from "./api-client";
import { openConsole, operator, type TestConsole } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let api: TestApi;
beforeAll(async () => {
  house = await openConsole();
  api = await openApi(house);
  await addStation(house, { identity: "CS-1" });
});
afterAll(() => house.close());

const problem = (name: string) => `urn:chargehand:problem:${name}`;

describe("a key", () => {
  it.each([
    ["none at all", null, "no-key"],
    ["one of nobody's", "chg_000000000000000000000000000000000000000000000000", "unknown-key"],
  ])("%s is 401 and says how to come in", async (_, key, name) => {
    const got = await api.ask("GET", "/stations", { key });
    expect(got).toMatchObject({ status: 401, body: { type: problem(name) } });
    expect(got.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("that is no bearer token is as good as none", async () => {
    const got = await api.ask("GET", "/stations", { key: null, headers: { authorization: "Basic Q0hHOg==" } });
    expect(got.body.type).toBe(problem("no-key"));
  });

  it("that expired or was revoked is 401 and says which", async () => {
    const expired = await api.makeKey(["stations.view"], { expiresAt: new Date(Date.now() - 1) });
    expect((await api.ask("GET", "/stations", { key: expired })).body.type).toBe(problem("expired-key"));
    const revoked = await api.makeKey(["stations.view"], { revokedAt: new Date(), revokedBy: operator.name });
    expect((await api.ask("GET", "/stations", { key: revoked })).body.type).toBe(problem("revoked-key"));
  });

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "without the permission is 403 at %s, whatever is asked",
    async (_, { method, path, permissions }) => {
      const key = await api.makeKey(["overview.view"]);
      const got = await api.ask(method, path.replace(/\{\w+\}/g, "1"), {
        key,
        body: method === "GET" ? undefined : "{",
      });
      expect(got.body).toMatchObject({ status: 403, type: problem("missing-permission") });
      expect(got.body.detail).toContain(permissions[0]);
    },
  );
});

describe("an address", () => {
  it.each(["", "/", "/nothing", "/stations/CS-1/nothing", "/stations/%zz", "/stations//commands"])(
    "%s that leads nowhere is 404",
    async (path) => {
      const got = await api.ask("GET", path);
      expect(got.status).toBe(404);
    },
  );

  it("takes no other methods than it names", async () => {
    const got = await api.ask("DELETE", "/stations");
    expect(got.body).toMatchObject({ status: 405, type: problem("wrong-method") });
    expect(got.headers.get("allow")).toBe("GET, POST");
  });

  it.each(["/stations/%00", "/sessions/99999999999", "/sessions/0", "/sessions/one", "/tokens/-1"])(
    "%s with a name that can be none of ours is 422",
    async (path) => {
      const got = await api.ask("GET", path);
      expect(got.body).toMatchObject({ status: 422, errors: [{ in: "path", path: "$.id" }] });
    },
  );

  it.each(["/sessions/4711", "/tokens/4711", "/commands/4711", "/frames/1.1.1"])(
    "%s of what is not there is 404",
    async (path) => {
      expect((await api.ask("GET", path)).body.type).toBe(problem("not-found"));
    },
  );
});

describe("a query", () => {
  it.each([
    ["/stations?limit=0", "$.limit"],
    ["/stations?limit=501", "$.limit"],
    ["/stations?limit=1&limit=2", "$.limit"],
    ["/stations?state=sleeping", "$.state"],
    ["/stations?wrong=1", "$"],
    ["/stations?text=%00", "$.text"],
    ["/stations?cursor=bm9uZQ", "$.cursor"],
    ["/sessions?from=yesterday", "$.from"],
    ["/sessions?from=2026-11-23T10:00:00", "$.from"],
    ["/sessions?to=0001-01-01T00:00:00Z", "$.to"],
    ["/stations/CS-1/variables?cursor=bm9uZQ", "$"],
  ])("%s that does not fit is 422 and says where", async (path, where) => {
    const got = await api.ask("GET", path);
    expect(got.body).toMatchObject({ status: 422, type: problem("invalid-request") });
    expect(got.body.errors.map(({ path }: { path: string }) => path)).toContain(where);
  });

  it.each([
    ["/sessions", ["2026-11-23T10:00:00.000Z", 99_999_999_999]],
    ["/commands", [99_999_999_999]],
  ])("with a cursor that somebody made up for %s is 422, never a fault of ours", async (path, values) => {
    const cursor = Buffer.from(JSON.stringify(values)).toString("base64url");
    expect((await api.ask("GET", `${path}?cursor=${cursor}`)).status).toBe(422);
  });
});

describe("a body", () => {
  it.each(["{", "", "no json", "[1,", "\u0007"])(
    "%j that is not JSON is 400, or lacks what is needed",
    async (body) => {
      const got = await api.ask("POST", "/tokens", { body });
      expect(got.status).toBe(body === "" ? 422 : 400);
    },
  );

  it("that is not UTF-8 is 400", async () => {
    const got = await api.ask("POST", "/tokens", { body: '{"value":"x"}', headers: { "content-type": "text/plain" } });
    expect(got.status).toBe(201);
    const { status } = await api.send("POST", "/tokens", { body: JSON.stringify({ value: "ok" }) });
    expect(status).toBe(201);
  });

  it("larger than it may be is 413, whether it says so or not", async () => {
    const body = JSON.stringify({ value: "x".repeat(1_048_576) });
    const got = await api.ask("POST", "/tokens", { body });
    expect(got.body).toMatchObject({ status: 413, type: problem("body-too-large") });
    const honest = await api.ask("POST", "/tokens", { body: "{}", headers: { "content-length": "99999999" } });
    expect(honest.status).toBe(413);
  });

  it.each([
    [{ value: "" }, "$.value"],
    [{ value: 7 }, "$.value"],
    [{ value: "a", kind: "Not A Kind" }, "$.kind"],
    [{ value: "a", more: 1 }, "$"],
    [[], "$"],
    [null, "$"],
  ])("%j that does not fit is 422 with the path", async (body, path) => {
    const got = await api.ask("POST", "/tokens", { body: JSON.stringify(body) });
    expect(got.body).toMatchObject({ status: 422, errors: [{ in: "body", path }] });
  });

  it.each([
    ["a null character", '{"value":"a\\u0000b"}', "$.value"],
    ["half a character", '{"value":"\\ud800"}', "$.value"],
    ["too many levels", `{"value":${"[".repeat(500)}${"]".repeat(500)}}`, undefined],
  ])("with %s is 422, because nothing could keep it", async (_, body, path) => {
    const got = await api.ask("POST", "/tokens", { body });
    expect(got.status).toBe(422);
    if (path) expect(got.body.errors).toMatchObject([{ path }]);
  });

  it("of a million brackets is refused without a fault of ours", async () => {
    const got = await api.ask("POST", "/stations/CS-1/ocpp/ClearCache", { body: `{"a":${"[".repeat(500_000)}` });
    expect(got.status).toBe(400);
    const deep = `{"a":${"[".repeat(500_000)}${"]".repeat(500_000)}}`;
    expect((await api.ask("POST", "/stations/CS-1/ocpp/ClearCache", { body: deep })).status).toBe(422);
  });
});

describe("asking too fast", () => {
  it("is 429 for that key alone, and says when to come again", async () => {
    let now = 0;
    const slow = await openApi(house, { limit: rateLimiter({ perSecond: 1, burst: 2 }, () => now) });
    const answers = [];
    for (let n = 0; n < 3; n++) answers.push(await slow.ask("GET", "/sites"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get("ratelimit-remaining"))).toEqual(["1", "0", "0"]);
    expect(answers[2]?.headers.get("retry-after")).toBe("1");
    expect((await slow.ask("GET", "/sites", { key: await slow.makeKey() })).status).toBe(200);
    now = 1_000;
    expect((await slow.ask("GET", "/sites")).status).toBe(200);
  });
});

describe("what breaks on our side", () => {
  it("is told without details, and written down", async () => {
    const pool = Object.assign(Object.create(house.pool), {
      query: (sql: unknown, values: unknown[]) =>
        String(sql).includes("FROM site")
          ? Promise.reject(new Error("a secret detail"))
          : house.pool.query(sql as string, values),
    });
    const broken = await openApi(house, { pool });
    const got = await broken.ask("GET", "/sites");
    expect(got.body).toMatchObject({ status: 500, type: problem("internal-error") });
    expect(JSON.stringify(got.body)).not.toContain("secret detail");
    expect(broken.errors).toHaveLength(1);
  });
});

it("nothing of all this was a fault of ours", () => {
  expect(api.errors).toEqual([]);
});
