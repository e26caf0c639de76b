import fc from "fast-check";
import type { Schema } from "../generate/schemas";

/** Payloads that keep to a schema, in every shape it allows, customData included. */
export function payloadsOf(schema: Schema): fc.Arbitrary<object> {
  // Every message's schema is an object's.
  return valuesOf(schema, schema.definitions ?? {}, 0) as fc.Arbitrary<object>;
}

function valuesOf(schema: Schema, definitions: Record<string, Schema>, depth: number): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === "string") {
    const definition = definitions[schema.$ref.replace("#/definitions/", "")];
    if (!definition) throw new Error(`no definition for ${schema.$ref}`);
    return valuesOf(definition, definitions, depth);
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object":
      return objects(schema, definitions, depth);
    case "array": {
      const minLength = numberAt(schema, "minItems", 0);
      const maxLength = Math.min(numberAt(schema, "maxItems", minLength + 2), minLength + 2);
      return fc.array(valuesOf(schemaAt(schema.items), definitions, depth + 1), { minLength, maxLength });
    }
    case "string":
      return strings(schema);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({
        min: numberAt(schema, "minimum", -(2 ** 31)),
        max: numberAt(schema, "maximum", 2 ** 31 - 1),
      });
    case "number":
      return numbers(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects(schema: Schema, definitions: Record<string, Schema>, depth: number): fc.Arbitrary<object> {
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const all = Object.entries(schemaAt(schema.properties ?? {}));
  // Deep down only what must be there, or a charging profile would never end.
  const fields = depth > 3 ? all.filter(([name]) => required.includes(name)) : all;
  const values = Object.fromEntries(
    fields.map(([name, field]) => [name, valuesOf(schemaAt(field), definitions, depth + 1)]),
  );
  return fc.record(values, { requiredKeys: required, noNullPrototype: true });
}

function strings(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === "date-time") {
    return fc
      .date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") })
      .map((date) => date.toISOString());
  }
  if (schema.format === "uri") return fc.webUrl();
  return fc.string({ maxLength: Math.min(numberAt(schema, "maxLength", 40), 40), unit: "binary" });
}

function numbers(schema: Schema): fc.Arbitrary<number> {
  const min = numberAt(schema, "minimum", -1e6);
  const max = numberAt(schema, "maximum", 1e6);
  if (schema.multipleOf === 0.1) return fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10);
  return fc.double({ min, max, noNaN: true });
}

function numberAt(schema: Schema, keyword: string, otherwise: number): number {
  const value = schema[keyword];
  return typeof value === "number" ? value : otherwise;
}

function schemaAt(value: unknown): Schema {
  if (typeof value !== "object" || value === null) throw new Error("a schema is expected here");
  return value as Schema;
}
