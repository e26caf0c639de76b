import { callsOf, type RequestSchema } from "@chargehand/ocpp/request-schemas";
import type { Version } from "@chargehand/ocpp/version";

/**
 * Payloads with their members in the order of the specification, which is how people read and write them: the database
 * keeps them in an order of its own.
 */
export async function inSchemaOrder<Call extends { action: string; payload: object }>(
  version: Version,
  calls: readonly Call[],
): Promise<Call[]> {
  const known = await callsOf(version);
  return calls.map((call) => {
    const schema = Object.hasOwn(known, call.action) ? known[call.action]?.schema : undefined;
    return schema ? { ...call, payload: Object(ordered(call.payload, schema, schema)) } : call;
  });
}

function ordered(value: unknown, schema: RequestSchema, root: RequestSchema): unknown {
  if (schema.$ref !== undefined) {
    return ordered(value, root.definitions?.[schema.$ref.replace("#/definitions/", "")] ?? {}, root);
  }
  if (Array.isArray(value)) return value.map((item) => ordered(item, schema.items ?? {}, root));
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(schema.properties ?? {}).filter((name) => name !== "customData");
  const rank = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => rank(one) - rank(other))
      .map(([name, member]) => [name, ordered(member, schema.properties?.[name] ?? {}, root)]),
  );
}
