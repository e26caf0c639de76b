import { readTable } from "./csv";

// The table's types in the words of the variables they become. Lists in 1.6 are sets: their order means nothing.
const types: Readonly<Record<string, string>> = {
  boolean: "boolean",
  integer: "integer",
  CSL: "member-list",
  string: "string",
  "JSON string": "string",
  enum: "option-list",
};

/** A TypeScript module with the type and unit of the configuration keys of 1.6, which stations do not tell. */
export async function configurationKeysModule(): Promise<string> {
  const rows = await readTable("configuration-keys-1.6.csv");
  const lines = rows.map(({ name, type = "", unit }) => {
    const known = types[type];
    if (!known) throw new Error(`data/configuration-keys-1.6.csv has a type that we do not know: ${type}`);
    return `  ${JSON.stringify({ name, type: known, ...(unit && { unit }) })},`;
  });
  const type = `readonly { name: string; type: ${[...new Set(Object.values(types))].map((word) => `"${word}"`).join(" | ")}; unit?: string }[]`;
  return `/** The standard configuration keys of 1.6. */\nexport const configurationKeys: ${type} = [\n${lines.join("\n")}\n];\n`;
}
