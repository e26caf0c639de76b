import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { type ApiHouse, apiHandler } from "../src/server/api/handle";
import { openApiDocument } from "../src/server/api/openapi";
import { rateLimiter } from "../src/server/api/rate-limit";
import { routes } from "../src/server/api/routes";
import { hashOfKey, newKey, prefixOf } from "../src/server/api-keys/key-text";
import { type Permission, permissions } from "../src/server/permissions";
import { operator, pepper, type TestConsole } from "./console";

/** What a program sends. A body that is text goes out as it is. */
export interface Sending {
  key?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** What it gets back; the body is whatever JSON it was, as a program would look at it. */
export interface Got {
  status: number;
  headers: Headers;
  // A test asserts on it; nothing is decided by its type.
  // biome-ignore lint/suspicious/noExplicitAny: the answer of another program
  body: any;
}

/**
 * The API over a test's own database. Every answer that passes is held against the document. With `exactly`, each request
 * comes with a key that may do just what its route says it needs.
 */
export async function openApi(
  house: TestConsole,
  { exactly = false, ...changes }: Partial<ApiHouse> & { exactly?: boolean } = {},
) {
  const errors: unknown[] = [];
  const { clock, prisma, pool, bus, live, secretPepper, webhookHosts, sendsMail, firmware, gatewayUrl } =
    house.context(undefined);
  const needs: ApiHouse = {
    ...{ clock, prisma, pool, bus, live, secretPepper, webhookHosts, sendsMail, firmware, gatewayUrl },
    limit: rateLimiter({ perSecond: 10_000, burst: 10_000 }),
    onError: (error) => errors.push(error),
    ...changes,
  };
  const handle = apiHandler(routes);

  async function makeKey(granted: readonly Permission[] = permissions, facts: object = {}): Promise<string> {
    const key = newKey();
    await prisma.apiKey.create({
      data: {
        name: "a program",
        prefix: prefixOf(key),
        hash: hashOfKey(key, pepper),
        permissions: [...granted],
        ownerId: operator.id,
        createdBy: operator.name,
        ...facts,
      },
    });
    return key;
  }
  const usual = await makeKey();
  const exact = new Map<string, Promise<string>>();

  function keyFor(method: string, path: string): string | Promise<string> {
    const granted = exactly ? routeAt(method, path)?.permissions : undefined;
    if (!granted) return usual;
    const made = exact.get(granted.join()) ?? makeKey(granted);
    exact.set(granted.join(), made);
    return made;
  }

  async function send(method: string, path: string, { key: given, body, headers, signal }: Sending = {}) {
    const key = given === undefined ? await keyFor(method, path) : given;
    const request = new Request(`http://console.example/api/v1${path}`, {
      method,
      signal,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return handle(request, needs);
  }

  async function ask(method: string, path: string, sending: Sending = {}): Promise<Got> {
    const response = await send(method, path, sending);
    const text = await response.text();
    const got = {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
    promised.check(method, path, got);
    return got;
  }

  return { ask, send, makeKey, errors };
}

export type TestApi = Awaited<ReturnType<typeof openApi>>;

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** The entry of the table for an address; a path of its own comes before one with names in it. */
function routeAt(method: string, path: string) {
  const address = path.split("?")[0] ?? "";
  const here = patterns.filter(({ route, pattern }) => route.method === method && pattern.test(address));
  return (here.find(({ route }) => route.path === address) ?? here[0])?.route;
}

/** Which answers of which routes were seen to keep their word, in this file. */
export const seen = new Set<string>();

/** The document, held against what really comes back. */
const promised = (() => {
  const document = openApiDocument(routes, { closed: true });
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "doc", components: document.components });
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (schema: object) => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"doc#/');
    const known = compiled.get(text) ?? ajv.compile(JSON.parse(text));
    compiled.set(text, known);
    return known;
  };

  function check(method: string, path: string, { status, headers, body }: Got) {
    const route = routeAt(method, path);
    if (status >= 400) expect(headers.get("content-type")).toBe("application/problem+json");
    if (!route) {
      expect(validatorOf({ $ref: "#/components/schemas/Problem" })(body)).toBe(true);
      return;
    }
    const operation: unknown = document.paths[route.path]?.[method.toLowerCase()];
    const response = at(at(operation, "responses"), String(status));
    expect(response, `${method} ${route.path} documents ${status}`).toBeDefined();
    const content = at(at(response, "content"), headers.get("content-type") ?? "");
    const schema = at(content, "schema");
    if (schema === undefined) expect(body, `${method} ${route.path} has no body with ${status}`).toBeUndefined();
    else {
      const validate = validatorOf(schema as object);
      validate(body);
      expect(validate.errors ?? [], `${method} ${route.path} ${status} fits its schema`).toEqual([]);
    }
    seen.add(`${method} ${route.path} ${status}`);
  }
  return { check };
})();

const at = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
