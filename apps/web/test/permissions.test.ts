import type { AnyTRPCProcedure } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../src/server/app-router";
import { type Permission, permissions, permissionsOf, roles } from "../src/server/permissions";
import { openConsole, operator, type TestConsole, viewer } from "./console";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(() => house.close());

// The router keeps its procedures flat, each under its whole path; only its type says that they are nested.
const flat: unknown = appRouter._def.procedures;
const procedures = Object.entries(flat as Record<string, AnyTRPCProcedure>).map(([path, { _def }]) => ({
  path,
  type: _def.type,
  permission: permissions.find((known) => known === metaOf(_def)?.permission),
}));
/** Who else has a way in, and what tells of people, is no business of somebody who only watches the network. */
const isKept = (permission: Permission | undefined) =>
  permission !== undefined && ["apikeys.view", "webhooks.view", "files.view", "customers.view"].includes(permission);
const mutations = procedures.filter(({ type }) => type === "mutation");
const others = procedures.filter(({ type }) => type !== "mutation");

describe("every procedure", () => {
  it("is found by this test", () => {
    expect(procedures.map(({ path }) => path)).toContain("stations.create");
    expect(mutations.length).toBeGreaterThan(8);
    expect(others.length).toBeGreaterThan(15);
  });

  it.each(procedures)("$path states the permission it needs", ({ permission }) => {
    expect(permission).toBeDefined();
  });

  it.each(procedures)("$path asks a stranger to sign in", async ({ path }) => {
    await expect(call(undefined, path)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("a viewer", () => {
  const mayLook = permissionsOf("viewer");

  it.each(others.filter(({ permission }) => !isKept(permission)))("may look with $path", ({ permission }) => {
    expect(permission && mayLook.has(permission)).toBe(true);
  });

  it.each(others.filter(({ permission }) => isKept(permission)))("cannot look with $path", async ({ path }) => {
    await expect(call("viewer", path)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  // Views of one's own are nobody else's business, and change nothing but one's own rail.
  // A capture is sent as a change is only because it is long: nothing of it is kept.
  const ofOthers = mutations.filter(
    ({ permission, path }) => permission !== "views.keep" && path !== "messages.readCapture",
  );

  it.each(ofOthers)("cannot call $path, whatever it is called with", async ({ path }) => {
    await expect(call("viewer", path)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("has no permission that an operator lacks", () => {
    const mayDo = permissionsOf("operator");
    expect(roles.flatMap((role) => [...permissionsOf(role)]).filter((permission) => !mayDo.has(permission))).toEqual(
      [],
    );
  });
});

describe("a change", () => {
  it("is refused when it was not asked for by our own page, and nothing is written", async () => {
    const elsewhere = house.as(operator, { sameOrigin: false });
    await expect(elsewhere.sites.create({ name: "Trojan" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await house.prisma.site.count()).toBe(0);
  });
});

describe("what breaks on our side", () => {
  it("is told without details", async () => {
    const pool = Object.assign(Object.create(house.pool), {
      query: () => Promise.reject(new Error("a secret detail")),
    });
    const broken: unknown[] = [];
    const response = await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: new Request("http://localhost/api/trpc/sites.list"),
      router: appRouter,
      createContext: () => house.context(operator, { pool }),
      onError: ({ error }) => broken.push(error.cause),
    });
    expect(response.status).toBe(500);
    const told = await response.text();
    expect(told).toContain("Something broke on our side");
    expect(told).not.toContain("secret detail");
    expect(told).not.toContain("stack");
    expect(broken).toMatchObject([{ message: "a secret detail" }]);
  });
});

/** Calls a procedure by its path, with nothing: what is checked comes before the input. */
function call(role: "viewer" | undefined, path: string): Promise<unknown> {
  const caller: unknown = house.as(role && viewer);
  // A caller mirrors the router; by a path from its own list there is a function at the end.
  const procedure = path.split(".").reduce((at, name) => (at as Record<string, unknown>)[name], caller);
  return (procedure as (input: object) => Promise<unknown>)({});
}

function metaOf(definition: object): { permission?: unknown } | undefined {
  return "meta" in definition && typeof definition.meta === "object" && definition.meta !== null ? definition.meta : {};
}
