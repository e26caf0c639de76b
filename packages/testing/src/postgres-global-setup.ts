import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "@chargehand/db/migrate";
import type { RunningPostgres } from "@chargehand/run/embedded-postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { freePort } from "./free-port";
import { startPostgres } from "./postgres";
import type {} from "./provided";

let folder: string;
let server: RunningPostgres;

/** One PostgreSQL for the whole test run, with one migrated database that every test's own is copied from. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(shortLived(), "chargehand-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  server = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort() });
  const templateDatabase = "template_chargehand";
  await execute(server.url, `CREATE DATABASE ${templateDatabase}`);
  await deploy(server.urlOf(templateDatabase));
  project.provide("postgresUrl", server.url);
  project.provide("templateDatabase", templateDatabase);
}

export async function teardown(): Promise<void> {
  await server.stop();
}

/**
 * In memory where there is room. On ext4 each database takes ten times as long to create as the last was dropped a
 * moment ago, because new files shun the places of those that have just gone.
 */
function shortLived(): string {
  const memory = "/dev/shm";
  const wanted = 2 * 1024 ** 3;
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > wanted && freemem() > wanted ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
