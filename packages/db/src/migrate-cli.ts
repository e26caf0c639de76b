import { deploy, MigrationRefused, status } from "./migrate";
import { create, drift } from "./migration-draft";

const usage =
  "Usage: DATABASE_URL=postgresql://… tsx packages/db/src/migrate-cli.ts deploy | status | drift | create <name>";

const url = process.env.DATABASE_URL;
const [command, name] = process.argv.slice(2);

try {
  process.exitCode = url === undefined ? refuse("DATABASE_URL is not set.") : await run(url);
} catch (error) {
  const expected = error instanceof MigrationRefused;
  process.exitCode = refuse(expected ? error.message : `The database could not be migrated: ${String(error)}`);
}

async function run(url: string): Promise<number> {
  if (command === "deploy") {
    const applied = await deploy(url);
    return say(applied.length === 0 ? "Nothing to migrate." : `Applied ${applied.join(", ")}.`);
  }
  if (command === "status") {
    const { applied, pending } = await status(url);
    return say(`Applied: ${applied.join(", ") || "none"}. Pending: ${pending.join(", ") || "none"}.`);
  }
  if (command === "drift") {
    const difference = await drift(url);
    return difference === "" ? say("The database is as schema.prisma says.") : refuse(difference);
  }
  if (command === "create" && name !== undefined) {
    const file = await create(name, url, new Date());
    return say(file === undefined ? "The migrations already lead to schema.prisma." : `Wrote ${file}.`);
  }
  return refuse(usage);
}

function say(sentence: string): number {
  process.stdout.write(`${sentence}\n`);
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
