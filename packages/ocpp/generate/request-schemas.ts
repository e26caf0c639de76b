import { readTable } from "./csv";
import type { Message, Schema } from "./schemas";

/** A TypeScript module with the schema of every call that a station of a version can be sent, its block and its purpose. */
export async function requestSchemasModule(version: string, messages: Message[]): Promise<string> {
  const rows = await readTable("actions.csv");
  const calls = messages.flatMap(({ action, request }) => {
    // The security extension of 1.6 is spoken under the same subprotocol as 1.6.
    const row = rows.find((one) => one.action === action && one.version?.replace("-security", "") === version);
    if (!row) throw new Error(`data/actions.csv does not know ${action} of ${version}`);
    if (row.direction === "CS->CSMS") return [];
    return [[action, { block: row.block, purpose: row.purpose, schema: readable(request) }]];
  });
  // As text: a literal of this size would cost the compiler seconds.
  return `import type { CallDescription } from "../request-schemas";

/** What stations of this version can be sent, by action. */
export const calls: Readonly<Record<string, CallDescription>> = JSON.parse(
  ${JSON.stringify(JSON.stringify(Object.fromEntries(calls)))},
);
`;
}

/** The schema without what only its makers need: their names for classes, and the model's references above each text. */
function readable(schema: Schema): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key === "javaType" || key === "additionalItems") return undefined;
    return key === "description" && typeof value === "string" ? proseOf(value) : value;
  });
}

/** A description without the model's references above it, and without the marks of the text it was cut out of. */
export function proseOf(description: string): string | undefined {
  const lines = description.split(/\r?\n/).map((line) => line.trim());
  const reference = lines.findIndex((line) => line.startsWith("urn:"));
  const prose = lines.slice(reference + 1).filter((line) => line !== "" && !line.startsWith("image::"));
  return plain(prose.join(" ")) || undefined;
}

/** Without the marks of the text it was cut out of: forced line ends, emphasis, references, characters by name. */
const plain = (prose: string) =>
  prose
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/<<[^,>]*,\s*([^>]*)>>/g, "$1")
    .replaceAll(/(^|\s)\+(?=\s|$)/g, "")
    .replaceAll(/(?<=^|[\s(])([_*])(\w+)\1(?=$|[\s.,;:)])/g, "$2")
    .replaceAll(/\s+/g, " ")
    .trim();
