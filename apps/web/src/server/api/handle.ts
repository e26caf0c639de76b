import { actorOfKey, KeyRefused } from "../api-keys/actor-of-key";
import type { Context, KeyHolder, SignedIn } from "../context";
import { routeFinder } from "./find-route";
import { idempotencyKeyOf, type KeptAnswer, once } from "./idempotency";
import { problemResponse, type RequestFault, Trouble } from "./problems";
import type { RateLimiter } from "./rate-limit";
import { jsonOf, readBody } from "./read-body";
import type { Answer, Route } from "./route";
import { unstorableAt } from "./storable";
import { troubleOf } from "./trouble-of";

export const base = "/api/v1";

/** What the API needs of its process. */
export interface ApiHouse
  extends Pick<
    Context,
    | "clock"
    | "prisma"
    | "pool"
    | "bus"
    | "live"
    | "secretPepper"
    | "webhookHosts"
    | "sendsMail"
    | "firmware"
    | "gatewayUrl"
  > {
  limit: RateLimiter;
  /** Told of what broke on our side. */
  onError(error: unknown, facts: { route: string; key: number }): void;
}

/** Answers every request below /api/v1 by the table: who asks, may they, is it well-formed, do it once. */
export function apiHandler(routes: readonly Route[]) {
  const find = routeFinder(routes);

  return async (request: Request, house: ApiHouse): Promise<Response> => {
    const headers: Record<string, string> = { "cache-control": "no-store" };
    const response = await respond(request, house, headers).catch((error) => {
      if (error instanceof Trouble) return problemResponse(error);
      throw error;
    });
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return request.method === "HEAD" ? new Response(null, response) : response;
  };

  async function respond(request: Request, house: ApiHouse, headers: Record<string, string>): Promise<Response> {
    const url = new URL(request.url);
    const { route, params } = find(request.method, url.pathname.slice(base.length));
    const { bearer, person } = await whoAsks(request, house);
    const pass = house.limit(person.key);
    Object.assign(headers, pass.headers);
    if (!pass.passes) throw new Trouble("rate-limited", "This key asks faster than it may.");
    const missing = route.permissions.find((permission) => !person.permissions.has(permission));
    if (missing)
      throw new Trouble("missing-permission", `This needs the permission ${missing}, which the key has not.`);

    const body = request.method === "GET" || request.method === "HEAD" ? Buffer.alloc(0) : await readBody(request);
    const answer = () => answerOf(route, { request, url, params, body, person, bearer, house });
    const key = request.method === "GET" ? undefined : idempotencyKeyOf(request.headers);
    if (key === undefined) return answer();

    const asked = [request.method, url.pathname, url.search, body];
    const kept = await once(house, { apiKey: person.key, key, bearer, request: asked }, async () =>
      keep(await answer()),
    );
    if (kept.again) headers["idempotency-replayed"] = "true";
    return new Response(kept.body, { status: kept.status, headers: kept.headers });
  }
}

interface Asking {
  request: Request;
  url: URL;
  params: Record<string, string>;
  body: Buffer;
  person: KeyHolder;
  bearer: string;
  house: ApiHouse;
}

/** The route's own answer; whatever it throws has become a problem. */
async function answerOf(
  route: Route,
  { request, url, params, body, person, bearer, house }: Asking,
): Promise<Response> {
  try {
    const answer = await route.answer({
      params: storable(params, "path"),
      query: queryOf(url),
      body: storable(jsonOf(body), "body"),
      context: contextOf(house, person, bearer),
      headers: request.headers,
      signal: request.signal,
    });
    return answer instanceof Response ? answer : jsonResponse(answer);
  } catch (error) {
    const trouble = troubleOf(error, route.body ? "body" : "query");
    if (trouble) return problemResponse(trouble);
    house.onError(error, { route: `${route.method} ${route.path}`, key: person.key });
    return problemResponse(new Trouble("internal-error", "Try again later; nobody else can help now."));
  }
}

async function whoAsks(request: Request, house: ApiHouse): Promise<{ bearer: string; person: KeyHolder }> {
  const [, bearer] = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const challenge = { headers: { "www-authenticate": 'Bearer realm="chargehand"' } };
  if (bearer === undefined) throw new Trouble("no-key", "Send Authorization: Bearer <api key>.", challenge);
  try {
    return { bearer, person: await actorOfKey(house, bearer, cameFrom(request.headers)) };
  } catch (error) {
    if (error instanceof KeyRefused) throw new Trouble(`${error.reason}-key`, error.message, challenge);
    throw error;
  }
}

/** The nearest hop that anybody named: ours when a proxy stands in front, else what the server saw. It is only shown. */
const cameFrom = (headers: Headers) => headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 100);

const contextOf = (house: ApiHouse, person: KeyHolder, bearer: string): SignedIn => ({
  person,
  clock: house.clock,
  prisma: house.prisma,
  pool: house.pool,
  bus: house.bus,
  live: house.live,
  secretPepper: house.secretPepper,
  webhookHosts: house.webhookHosts,
  sendsMail: house.sendsMail,
  firmware: house.firmware,
  gatewayUrl: house.gatewayUrl,
  // No page made it, and none could have added the key.
  sameOrigin: false,
  stillSignedIn: () =>
    actorOfKey(house, bearer).then(
      () => true,
      () => false,
    ),
});

function queryOf({ searchParams }: URL): Record<string, string | string[]> {
  const query = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
  return storable(query, "query");
}

function storable<Value>(value: Value, where: RequestFault["in"]): Value {
  const path = unstorableAt(value);
  if (path === undefined) return value;
  const message = "There is a null character, half of a character, or more than 64 levels.";
  throw new Trouble("invalid-request", message, { errors: [{ in: where, path, message }] });
}

const jsonResponse = ({ status, body }: Answer) =>
  body === undefined
    ? new Response(null, { status })
    : new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

const keep = async (response: Response): Promise<KeptAnswer> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: response.status === 204 ? null : await response.text(),
});
