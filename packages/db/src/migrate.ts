import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** Where the migrations live, in Prisma's own folder layout. */
export const migrationsFolder = fileURLToPath(new URL("../prisma/migrations", import.meta.url));

/** A migration that can't be applied, said in one sentence. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

export interface MigrationStatus {
  applied: string[];
  pending: string[];
}

/** Applies every migration the database has not seen, each in a transaction of its own, and returns their names. */
export async function deploy(url: string, folder = migrationsFolder): Promise<string[]> {
  return connected(url, async (database) => {
    // Two starts at once: the second waits here, and then finds nothing left to do.
    await database.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await database.query(makeHistory);
    const pending = await pendingMigrations(database, folder);
    for (const migration of pending) await apply(database, migration);
    return pending.map(({ name }) => name);
  });
}

/** What has been applied and what is still to come; refuses a history that this folder does not continue. */
export async function status(url: string, folder = migrationsFolder): Promise<MigrationStatus> {
  return connected(url, async (database) => {
    const exists = await database.query("SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL");
    if (exists.rowCount === 0) return { applied: [], pending: readMigrations(folder).map(({ name }) => name) };
    const pending = (await pendingMigrations(database, folder)).map(({ name }) => name);
    const applied = readMigrations(folder).flatMap(({ name }) => (pending.includes(name) ? [] : [name]));
    return { applied, pending };
  });
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

// Any number that nobody else in this database uses as a lock.
const advisoryLock = 7_263_480_211;

// Column for column what Prisma's own command line makes, so that it could take over at any time.
const makeHistory = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

async function connected<T>(url: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: url, application_name: "chargehand migrate" });
  database.on("error", () => {});
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }))
    .map(({ name, sql }) => ({ name, sql, checksum: createHash("sha256").update(sql).digest("hex") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function pendingMigrations(database: pg.Client, folder: string): Promise<Migration[]> {
  const { rows: history } = await database.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const known = new Map(readMigrations(folder).map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of history) {
    const migration = known.get(name);
    if (!migration) {
      throw new MigrationRefused(
        `The database has the migration ${name}, which this version does not know: it was last used by a newer Chargehand.`,
      );
    }
    if (!finished) {
      throw new MigrationRefused(
        `The migration ${name} was begun on this database and never finished: restore a backup, or finish it by hand.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationRefused(
        `The migration ${name} was edited after it had been applied to this database: put its text back, and write a new migration instead.`,
      );
    }
  }
  const seen = new Set(history.map(({ name }) => name));
  return [...known.values()].filter(({ name }) => !seen.has(name));
}

async function apply(database: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await database.query("BEGIN");
    await database.query(sql);
    await database.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await database.query("COMMIT");
  } catch (error) {
    await database.query("ROLLBACK").catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationRefused(`The migration ${name} failed and was undone: ${reason}${lineOf(error, sql)}.`, {
      cause: error,
    });
  }
}

function lineOf(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError) || error.position === undefined) return "";
  return ` (line ${sql.slice(0, Number(error.position)).split("\n").length})`;
}
