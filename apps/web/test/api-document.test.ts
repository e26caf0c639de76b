import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { GET } from "../src/app/api/v1/openapi.json/route";
import { openApiDocument } from "../src/server/api/openapi";
import { problems } from "../src/server/api/problems";
import { routes } from "../src/server/api/routes";
import { permissions } from "../src/server/permissions";

const document = openApiDocument(routes);
const text = JSON.stringify(document);

describe("the document", () => {
  it("is valid OpenAPI 3.1, and is what is served", async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    expect(await (await GET()).json()).toEqual(JSON.parse(text));
  });

  it("names every route once, with an operation of its own", () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));
    expect(operations).toHaveLength(routes.length);
    expect(new Set(routes.map(({ operation }) => operation)).size).toBe(routes.length);
  });

  it("points only at what it holds", () => {
    const pointers = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(pointers.length).toBeGreaterThan(20);
    expect(pointers.filter((name) => !(name && name in document.components.schemas))).toEqual([]);
  });
});

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", (_, route) => {
  it("states permissions that there are, and can go wrong only as the table says", () => {
    expect(route.permissions.length).toBeGreaterThan(0);
    for (const permission of route.permissions) expect(permissions).toContain(permission);
    for (const name of route.problems ?? []) expect(problems).toHaveProperty(name);
  });

  it("describes exactly the parts of its path", () => {
    const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(route.params?.shape ?? {})).toEqual(named);
  });

  it("has a schema that says something for all that it takes and answers", () => {
    for (const { schema, type } of Object.values(route.answers)) if (schema && !type) expect(schema).toBeDefined();
    const operation = JSON.stringify(document.paths[route.path]);
    expect(operation).not.toContain('"schema":{}');
  });
});
