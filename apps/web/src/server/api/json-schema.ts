import { z } from "zod";

/** A JSON Schema of the dialect that OpenAPI 3.1 takes. */
type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Where schemas with a name of their own go, so that the document holds each once. */
export interface Components {
  schemas: Record<string, JsonSchema>;
  /** An answer may grow new fields one day, so its readers are not told that there are no others; a test is. */
  closed: boolean;
}

/** A zod schema as it stands in the document: as it may be written. */
export function inlineSchema(schema: z.ZodType, { schemas, closed }: Components): JsonSchema {
  const {
    $schema: _,
    $defs,
    ...made
  } = z.toJSONSchema(schema, {
    io: closed ? "output" : "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def;
      if (type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
      // The one thing that we check by hand is that a payload is an object.
      if (type === "custom") jsonSchema.type = "object";
    },
  });
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] = pointed(definition);
  return pointed(made);
}

/** References as they are within the document. */
function pointed(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
