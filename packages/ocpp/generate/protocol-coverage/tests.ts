import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";

const repository = new URL("../../../../", import.meta.url);

// Where tests speak of actions by their names; those of the programs around them speak of what they do.
const folders = ["packages/ocpp/src", "packages/ocpp/test", "apps/gateway/test"];

// The commonest actions are named in every other test.
const most = 4;

/** What tests an action of a version: the conversations that hold it, and the test files that name it. */
export function testFinder(): (version: string, action: string) => string[] {
  const files = folders.flatMap((folder) => read(folder, ".test.ts"));
  return (version, action) => {
    const conversations = read(`packages/ocpp/fixtures/${version}`, ".jsonl");
    const holding = conversations.filter(({ text }) => text.includes(`"${action}"`)).map(({ name }) => name);
    const naming = files.filter(({ text }) => new RegExp(`\\b${action}\\b`).test(text)).map(({ name }) => name);
    const others = naming.length > most ? ["others"] : [];
    return [...holding, ...naming.slice(0, most), ...others];
  };
}

function read(folder: string, ending: string): { name: string; text: string }[] {
  const url = new URL(`${folder}/`, repository);
  return readdirSync(url, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => ({ name: nameOf(path), text: readFileSync(new URL(path, url), "utf8") }));
}

// Several folders have a test of the same name.
const nameOf = (path: string) => (basename(path) === "inbound.test.ts" ? path.replaceAll("\\", "/") : basename(path));
