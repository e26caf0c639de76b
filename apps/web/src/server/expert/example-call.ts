import type { RequestSchema } from "@chargehand/ocpp/request-schemas";
import type { Version } from "@chargehand/ocpp/version";
import { examples2, examples16, type StationFacts } from "./examples";

/**
 * A payload that keeps to the schema and makes sense for this station: written by hand where a reader would expect
 * more than the least, else the least that the schema takes, with the station's own numbers and names.
 */
export function exampleCall(version: Version, action: string, schema: RequestSchema, facts: StationFacts): object {
  const table: Readonly<Record<string, ((facts: StationFacts) => object) | undefined>> =
    version === "1.6" ? examples16 : examples2;
  const written = Object.hasOwn(table, action) ? table[action] : undefined;
  return written ? JSON.parse(JSON.stringify(written(facts))) : Object(least(schema, "", schema, facts));
}

function least(schema: RequestSchema, name: string, root: RequestSchema, facts: StationFacts): unknown {
  if (schema.$ref !== undefined) {
    return least(root.definitions?.[schema.$ref.replace("#/definitions/", "")] ?? {}, name, root, facts);
  }
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((field) => [field, least(schema.properties?.[field] ?? {}, field, root, facts)]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 1 }, () => least(schema.items ?? {}, name, root, facts));
    case "boolean":
      return false;
    case "integer":
    case "number":
      return within(schema, numbers[name]?.(facts) ?? 1);
    default:
      return text(schema, name, facts);
  }
}

function text(schema: RequestSchema, name: string, facts: StationFacts): string {
  if (schema.format === "date-time") return new Date(facts.now.getTime() + 3_600_000).toISOString();
  const known = schema.format === "uri" ? "https://files.example.org/station" : texts[name]?.(facts);
  return (known ?? "example").slice(0, schema.maxLength);
}

const within = ({ minimum = -Infinity, maximum = Infinity }: RequestSchema, value: number) =>
  Math.min(Math.max(value, minimum), maximum);

// What fields of these names mean in every action that has them.
const numbers: Readonly<Record<string, ((facts: StationFacts) => number) | undefined>> = {
  evseId: ({ evse }) => evse,
  connectorId: ({ connector }) => connector,
  requestId: ({ number }) => number,
  reservationId: ({ number }) => number,
  transactionId: ({ session }) => Number(session) || 1,
};

const texts: Readonly<Record<string, ((facts: StationFacts) => string) | undefined>> = {
  transactionId: ({ session }) => session ?? "example",
  idTag: ({ token }) => token.value,
  idToken: ({ token }) => token.value,
  location: () => "https://files.example.org/station",
  remoteLocation: () => "https://files.example.org/station",
  vendorId: () => "org.example",
  controlId: ({ number }) => String(number),
  currency: () => "EUR",
};
