import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { createSchemaReader } from "../src/schema-language";
import type { Message, Schema } from "./schemas";

/** A JavaScript module with a compiled validator for every message of a version, and its declarations. */
export async function validatorsModule(messages: Message[]): Promise<{ code: string; declarations: string }> {
  const ajv = createSchemaReader({ code: { source: true, esm: true, lines: false } });

  const definitions: Record<string, Schema> = {};
  const parts = messages.flatMap(({ action, request, response }) => [
    { name: `${action}Request`, schema: request },
    ...(response ? [{ name: `${action}Response`, schema: response }] : []),
  ]);
  for (const { schema } of parts) Object.assign(definitions, schema.definitions);
  ajv.addSchema({ $id: "shared", definitions });
  for (const { name, schema } of parts) ajv.addSchema(pointToShared({ ...schema, definitions: undefined }), name);

  const exported = Object.fromEntries(parts.map(({ name }) => [name, name]));
  const bundle = await build({
    stdin: { contents: standaloneCode(ajv, exported), resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    platform: "node",
    minify: true,
    write: false,
    legalComments: "none",
  });
  const code = bundle.outputFiles[0]?.text;
  if (!code) throw new Error("esbuild wrote no validators");

  const declarations = parts.map(({ name }) => `export declare const ${name}: ValidateFunction;`).join("\n");
  return { code, declarations: `import type { ValidateFunction } from "ajv";\n${declarations}\n` };
}

// The copies of a definition in different schemas are equal: compiled once, the code is a fraction of its size.
function pointToShared<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll(`"$ref":"#/definitions/`, `"$ref":"shared#/definitions/`)) as T;
}
