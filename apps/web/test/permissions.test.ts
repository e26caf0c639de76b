import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../src/server/app-router";
import { permissions, permissionsOf, roles } from "../src/server/permissions";
import { openConsole, operator, type TestConsole, viewer } from "./console";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(() => house.close());

const procedures = Object.entries(appRouter._def.procedures);

describe("every procedure", () => {
  it.each(procedures)("%s states the permission it needs", (_path, { _def: { meta } }) => {
    expect(permissions).toContain(meta?.permission);
  });

  it.each(procedures)("%s asks a stranger to sign in", async (path) => {
    await expect(call(undefined, path)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("a viewer", () => {
  const mayLook = permissionsOf("viewer");
  const writing = procedures.filter(([, { _def }]) => _def.type === "mutation");

  it("sees everything", () => {
    const looking = procedures.filter(([, { _def }]) => _def.type !== "mutation");
    expect(looking.length).toBeGreaterThan(10);
    for (const [, { _def }] of looking) expect(_def.meta && mayLook.has(_def.meta.permission)).toBe(true);
  });

  it.each(writing)("cannot call %s, whatever it is called with", async (path) => {
    await expect(call("viewer", path)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("has no permission that an operator lacks", () => {
    for (const role of roles)
      for (const permission of permissionsOf(role)) expect(permissionsOf("operator").has(permission)).toBe(true);
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
    const broken = { query: () => Promise.reject(new Error("secret detail of the database")) };
    const caller = house.as(operator, { pool: Object.assign(Object.create(house.pool), broken) });
    const error = await caller.sites.list().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
    const shape = appRouter._def._config.errorFormatter({
      error: error as never,
      type: "query",
      path: "sites.list",
      input: undefined,
      ctx: undefined,
      shape: {
        code: -32603,
        message: "secret detail of the database",
        data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 },
      },
    });
    expect(JSON.stringify(shape)).not.toContain("secret detail");
  });
});

/** Calls a procedure by its path, with nothing: what is checked comes before the input. */
function call(role: "viewer" | undefined, path: string): Promise<unknown> {
  const caller = house.as(role && viewer);
  const target = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  return (target as (input: unknown) => Promise<unknown>)({});
}
