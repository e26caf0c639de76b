import type { z } from "zod";
import { base } from "./handle";
import { type Components, inlineSchema } from "./json-schema";
import { type ProblemName, problems, problemType } from "./problems";
import type { AnswerSpec, Route } from "./route";

/** What every request can meet. */
const everywhere: readonly ProblemName[] = [
  "no-key",
  "unknown-key",
  "expired-key",
  "revoked-key",
  "missing-permission",
  "invalid-request",
  "rate-limited",
  "internal-error",
];

/** What a request that changes something can meet besides. */
const ofChanges: readonly ProblemName[] = [
  "not-json",
  "body-too-large",
  "request-in-progress",
  "idempotency-key-reused",
];

/** The whole API as an OpenAPI 3.1 document, made from the table that also answers the requests. */
export function openApiDocument(routes: readonly Route[], { closed = false } = {}) {
  const defined: Components = { schemas: {}, closed };
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, defined) };
  }
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Chargehand",
      version: "1",
      summary: "Charging stations, their sessions and everything they can be told.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: base }],
    security: [{ key: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key, made under Settings." } },
      schemas: { ...defined.schemas, Problem: problemSchema },
    },
  };
}

function operationOf(route: Route, defined: Components) {
  const { method, tag, operation, summary, about, permissions, params, query, body, answers } = route;
  const changes = method !== "GET";
  const needs = `Needs the permission ${permissions.map((permission) => `\`${permission}\``).join(" and ")}.`;
  return {
    operationId: operation,
    tags: [tag],
    summary,
    description: about ? `${about}\n\n${needs}` : needs,
    "x-permissions": permissions,
    parameters: [
      ...parametersOf("path", params, defined),
      ...parametersOf("query", query, defined),
      ...(changes ? [idempotencyKey] : []),
    ],
    ...(body && {
      requestBody: {
        required: !body.safeParse(undefined).success,
        content: { "application/json": { schema: inlineSchema(body, defined) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, responseOf(answer, defined)] as const),
      ),
      ...problemResponses([...everywhere, ...(changes ? ofChanges : []), ...(route.problems ?? [])]),
    },
  };
}

function parametersOf(where: "path" | "query", schema: z.ZodObject | undefined, defined: Components) {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => {
    const { description, ...rest } = inlineSchema(part, defined);
    const required = where === "path" || !part.safeParse(undefined).success;
    return { name, in: where, required, ...(description && { description }), schema: rest };
  });
}

const responseOf = ({ about, schema, type, alsoType }: AnswerSpec, defined: Components) => {
  const content = {
    ...(type && { [type]: text }),
    ...(!type && schema && { "application/json": { schema: inlineSchema(schema, defined) } }),
    ...(alsoType && { [alsoType]: text }),
  };
  return { description: about, ...(Object.keys(content).length > 0 && { content }) };
};

const text = { schema: { type: "string" } };

/** Problems by their status: several share one. */
function problemResponses(names: readonly ProblemName[]) {
  const byStatus = new Map<number, ProblemName[]>();
  for (const name of new Set(names)) {
    const { status } = problems[name];
    byStatus.set(status, [...(byStatus.get(status) ?? []), name]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map((name) => `\`${problemType(name)}\`: ${problems[name].title}`).join("\n\n"),
        ...(status === 429 && { headers: { "Retry-After": { description: "Seconds.", schema: { type: "integer" } } } }),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Words of your own for this request: sent again within a day, it gets its first answer and is not done twice.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const problemSchema = {
  type: "object",
  description: "What went wrong (RFC 9457). Programs decide by `type`; people read `detail`.",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", enum: Object.keys(problems).map((name) => problemType(name as ProblemName)) },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["in", "path", "message"],
        properties: {
          in: { type: "string", enum: ["path", "query", "header", "body"] },
          path: { type: "string", description: "`$.writes[0].value`; `$` is the whole." },
          message: { type: "string" },
        },
      },
    },
    commandId: { type: "integer", description: "The command that was made before it went wrong." },
  },
};
