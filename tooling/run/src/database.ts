import { join } from "node:path";
import { deploy, MigrationRefused } from "@chargehand/db/migrate";
import pg from "pg";
import { type RunningPostgres, startPostgres } from "./embedded-postgres";
import { freePort, portIsFree } from "./ports";
import type { Secrets } from "./secrets";
import { Sentence } from "./sentence";
import type { Settings } from "./settings";

const usualPort = 15_432;
const databaseName = "chargehand";

/** Starts the embedded PostgreSQL on this data and makes sure our database is in it. */
export async function startDatabase(
  { dataDir, databasePort }: Settings,
  secrets: Secrets,
): Promise<{ server: RunningPostgres; url: string }> {
  // Nobody dials this port but us, so any free one will do unless one was asked for.
  const port = databasePort ?? ((await portIsFree(usualPort)) ? usualPort : await freePort());
  const server = await startPostgres({
    dataDir: join(dataDir, "postgres"),
    port,
    password: secrets.DATABASE_PASSWORD,
    logFile: join(dataDir, "logs", "postgres.log"),
    outlivesUsBySeconds: 3,
  });
  await onDatabase(server.url, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  });
  return { server, url: server.urlOf(databaseName) };
}

/** Proves that the operator's own PostgreSQL can be reached and is new enough. */
export async function requireDatabase(url: string): Promise<void> {
  const version = await onDatabase(url, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
    return Number(rows[0]?.server_version_num ?? 0);
  }).catch((error: unknown) => {
    const reason =
      error instanceof Error ? error.message || ("code" in error ? String(error.code) : error.name) : String(error);
    throw new Sentence(`The PostgreSQL of DATABASE_URL can't be used: ${reason}.`);
  });
  if (version >= 150_000) return;
  throw new Sentence(
    `The PostgreSQL of DATABASE_URL is version ${Math.floor(version / 10_000)}, and Chargehand needs 15 or newer.`,
  );
}

/** Brings the database to this version's shape; says how many migrations that took. */
export async function migrate(url: string): Promise<string> {
  try {
    const applied = await deploy(url);
    return applied.length === 0 ? "nothing to do" : `${applied.length} applied`;
  } catch (error) {
    throw error instanceof MigrationRefused ? new Sentence(error.message) : error;
  }
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
