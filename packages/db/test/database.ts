import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
    templateDatabase: string;
  }
}

/**
 * A migrated database of a test's own. The room of test helpers stands on this package, so its own tests cannot stand
 * on that room, and take only the server that it started.
 */
export async function openTestDatabase() {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await execute(`CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")} STRATEGY WAL_LOG`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href });
  // Its last connections may still be closing when the database is taken from under them.
  pool.on("error", () => {});

  return {
    url: url.href,
    pool,
    async close() {
      await pool.end();
      await execute(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

export type OpenDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

/** Makes a station and returns its number. */
export async function addStation(pool: pg.Pool, identity: string = randomUUID()): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    "INSERT INTO station (identity, identity_folded, approval) VALUES ($1, lower($1), 'approved') RETURNING id",
    [identity],
  );
  return rows[0]?.id ?? 0;
}

export async function waitFor(condition: () => Promise<boolean>, what: string) {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Gave up waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function execute(statement: string) {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  await client.query(statement);
  await client.end();
}
