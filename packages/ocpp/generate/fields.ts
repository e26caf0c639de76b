import { proseOf } from "./request-schemas";
import type { Message, Schema } from "./schemas";

/** A TypeScript module with what every field of every message of a version means, by its path without places in lists. */
export function fieldsModule(messages: Message[]): string {
  const texts: string[] = [];
  const places = new Map<string, number>();
  const place = (text: string) => {
    const known = places.get(text) ?? texts.push(text) - 1;
    places.set(text, known);
    return known;
  };
  const of = (schema: Schema | undefined) => {
    const fields: Record<string, [text: number, values?: number]> = {};
    if (schema) collect(schema, schema, "", fields, place, 0);
    return fields;
  };
  const meanings = Object.fromEntries(
    messages.map(({ action, request, response }) => [action, { request: of(request), response: of(response) }]),
  );
  // As text: a literal of this size would cost the compiler seconds.
  return `import type { FieldTexts } from "../fields";

/** What the fields of this version's messages mean. */
export const fields: FieldTexts = JSON.parse(
  ${JSON.stringify(JSON.stringify({ texts, meanings }))},
);
`;
}

/** The specification nests no deeper; what refers to itself ends here. */
const deepest = 9;

function collect(
  root: Schema,
  schema: Schema,
  path: string,
  fields: Record<string, [text: number, values?: number]>,
  place: (text: string) => number,
  depth: number,
): void {
  const own = resolved(root, schema);
  const inner = own.type === "array" && isSchema(own.items) ? resolved(root, own.items) : own;
  if (path !== "") {
    const said = [schema, own, inner].find(({ description }) => typeof description === "string")?.description;
    const text = typeof said === "string" ? (proseOf(said) ?? "") : "";
    const values = Array.isArray(inner.enum) ? place(inner.enum.join(" ")) : undefined;
    if (text !== "" || values !== undefined)
      fields[path] = values === undefined ? [place(text)] : [place(text), values];
  }
  if (depth >= deepest || !isSchema(inner.properties)) return;
  for (const [name, property] of Object.entries(inner.properties)) {
    if (isSchema(property) && name !== "customData") {
      collect(root, property, path === "" ? name : `${path}.${name}`, fields, place, depth + 1);
    }
  }
}

function resolved(root: Schema, schema: Schema): Schema {
  const name = typeof schema.$ref === "string" ? schema.$ref.replace("#/definitions/", "") : undefined;
  return (name === undefined ? undefined : root.definitions?.[name]) ?? schema;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
