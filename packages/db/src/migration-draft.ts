import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { deploy, migrationsFolder } from "./migrate";
import { sqlTowards } from "./schema-engine";

/** The one description of the tables that the migrations must lead to. */
export const schemaFile = fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url));

/** The SQL by which a database differs from schema.prisma; empty when it does not. */
export const drift = (url: string, schema = schemaFile): Promise<string> => sqlTowards(schema, url);

/** Writes the migration that is missing between those there are and schema.prisma; returns its file, if any was due. */
export async function create(
  name: string,
  url: string,
  now: Date,
  folder = migrationsFolder,
  schema = schemaFile,
): Promise<string | undefined> {
  const sql = await withScratchDatabase(url, async (scratch) => {
    await deploy(scratch, folder);
    return sqlTowards(schema, scratch);
  });
  if (sql === "") return undefined;
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ["change"];
  const target = join(folder, `${stamp}_${words.join("_")}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), `${sql}\n`);
  return join(target, "migration.sql");
}

/** Lends an empty database on the same server, and drops it afterwards. */
async function withScratchDatabase<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `scratch_${randomUUID().replaceAll("-", "")}`;
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const scratch = new URL(url);
    scratch.pathname = `/${name}`;
    return await work(scratch.href);
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.end();
  }
}
