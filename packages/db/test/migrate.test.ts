import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { deploy, migrationsFolder, status } from "../src/migrate";
import { create, drift } from "../src/migration-draft";

let folder: string;
let url: string;
let database: pg.Client;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
  const server = new pg.Client({ connectionString: inject("postgresUrl") });
  await server.connect();
  await server.query(`CREATE DATABASE ${nameOf(folder)}`);
  await server.end();
  const own = new URL(inject("postgresUrl"));
  own.pathname = `/${nameOf(folder)}`;
  url = own.href;
  database = new pg.Client({ connectionString: url });
  database.on("error", () => {});
  await database.connect();
});

afterEach(async () => {
  await database.end();
  const server = new pg.Client({ connectionString: inject("postgresUrl") });
  await server.connect();
  await server.query(`DROP DATABASE ${nameOf(folder)} WITH (FORCE)`);
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

describe("deploy", () => {
  it("applies each migration once, in the order of their names", async () => {
    migration("0002_b", "ALTER TABLE a ADD COLUMN two int");
    migration("0001_a", "CREATE TABLE a (one int)");

    expect(await deploy(url, folder)).toEqual(["0001_a", "0002_b"]);
    expect(await deploy(url, folder)).toEqual([]);
    expect(await columns()).toEqual(["one", "two"]);
  });

  it("takes hand-written SQL with semicolons inside bodies and strings", async () => {
    migration("0001_a", "CREATE TABLE a (one text DEFAULT 'x;y'); DO $$ BEGIN INSERT INTO a VALUES (';'); END $$;");

    await deploy(url, folder);

    expect((await database.query("SELECT one FROM a")).rows).toEqual([{ one: ";" }]);
  });

  it("lets two starts at once end with one history", async () => {
    migration("0001_a", "CREATE TABLE a (one int); SELECT pg_sleep(0.2)");

    const applied = await Promise.all([deploy(url, folder), deploy(url, folder), deploy(url, folder)]);

    expect(applied.flat()).toEqual(["0001_a"]);
    expect((await database.query("SELECT 1 FROM _prisma_migrations")).rowCount).toBe(1);
  });

  it("undoes a migration that fails, keeps those before it, and says where it failed", async () => {
    migration("0001_a", "CREATE TABLE a (one int)");
    migration("0002_b", "CREATE TABLE b (one int);\nALTER TABLE nowhere ADD COLUMN x int");

    await expect(deploy(url, folder)).rejects.toThrow(
      'The migration 0002_b failed and was undone: relation "nowhere" does not exist.',
    );

    expect(await status(url, folder)).toEqual({ applied: ["0001_a"], pending: ["0002_b"] });
    expect((await database.query("SELECT to_regclass('b') AS b")).rows).toEqual([{ b: null }]);
  });

  it("refuses a migration that was edited after it had been applied", async () => {
    migration("0001_a", "CREATE TABLE a (one int)");
    await deploy(url, folder);
    appendFileSync(join(folder, "0001_a", "migration.sql"), "\n-- a harmless remark");

    await expect(deploy(url, folder)).rejects.toThrow("The migration 0001_a was edited after it had been applied");
  });

  it("refuses a database that a newer version has migrated", async () => {
    migration("0001_a", "CREATE TABLE a (one int)");
    await deploy(url, folder);
    rmSync(join(folder, "0001_a"), { recursive: true });

    await expect(deploy(url, folder)).rejects.toThrow("last used by a newer Chargehand");
  });
});

describe("drift", () => {
  it("finds none in a database that has just been migrated", async () => {
    await deploy(url);

    expect(await drift(url)).toBe("");
  });

  it("finds a column that somebody added by hand, and leaves every schema but public alone", async () => {
    await deploy(url);
    await database.query("ALTER TABLE site ADD COLUMN by_hand text");
    await database.query("CREATE SCHEMA beside; CREATE TABLE beside.by_hand (one int)");

    expect(await drift(url)).toContain('ALTER TABLE "site" DROP COLUMN "by_hand"');
  });
});

describe("create", () => {
  it("writes what is missing between the migrations and the schema, and nothing the second time", async () => {
    const schema = join(folder, "schema.prisma");
    const model = "model car {\n  id Int @id @default(autoincrement())\n  plate String @unique\n}\n";
    writeFileSync(schema, `datasource db {\n  provider = "postgresql"\n}\n${model}`);
    const target = join(folder, "migrations");
    mkdirSync(target);

    const file = await create("First cars!", url, new Date("2026-11-23T10:20:30Z"), target, schema);

    expect(file).toBe(join(target, "20261123102030_first_cars", "migration.sql"));
    await deploy(url, target);
    await database.query("INSERT INTO car (plate) VALUES ('K-CH 1')");
    expect(await create("Again", url, new Date(), target, schema)).toBeUndefined();
  });

  it("leaves no scratch database behind, even when a migration fails", async () => {
    cpSync(migrationsFolder, folder, { recursive: true });
    migration("99999999999999_broken", "SELECT broken");

    await expect(create("x", url, new Date(), folder)).rejects.toThrow("99999999999999_broken");

    const left = await database.query("SELECT 1 FROM pg_database WHERE datname LIKE 'scratch%'");
    expect(left.rowCount).toBe(0);
  });
});

function migration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function columns(): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'a' ORDER BY ordinal_position",
  );
  return rows.map(({ name }) => name);
}

function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replaceAll(/[^A-Za-z0-9]/g, "_")
    .toLowerCase();
}
