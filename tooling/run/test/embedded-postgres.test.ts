import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningPostgres, startPostgres } from "../src/embedded-postgres";
import { freePort } from "../src/ports";
import { isAlive } from "../src/processes";

let folder: string;
let dataDir: string;
let port: number;
const running: RunningPostgres[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "embedded-"));
  dataDir = join(folder, "postgres");
  port = await freePort(20_100, 20_999);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("keeps what was committed through SIGKILL, and starts again in spite of the lock file left behind", async () => {
    const server = await start();
    await query(server.url, "CREATE TABLE kept AS SELECT 42 AS answer");

    await server.kill();
    const again = await start();

    expect(await query(again.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("starts although the process id in a stale lock file belongs to another program now", async () => {
    await (await start()).kill();
    const lock = join(dataDir, "postmaster.pid");
    writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, String(process.pid)));

    await expect(start()).resolves.toMatchObject({ port });
  });

  it("stops in order and leaves no process", async () => {
    const server = await start();
    const idle = new pg.Client({ connectionString: server.url });
    idle.on("error", () => {});
    await idle.connect();

    await server.stop();

    expect(isAlive(server.pid)).toBe(false);
    expect(readFileSync(`${dataDir}.log`, "utf8")).toContain("database system is shut down");
  });

  it.runIf(process.getuid?.() === 0)("runs as root in a folder that only root may enter", async () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);

    expect(await query((await start()).url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);

    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("refuses data that another living server uses", async () => {
    const server = await start();

    await expect(startPostgres({ dataDir, port: await freePort(20_100, 20_999) })).rejects.toThrow(
      `The data in ${dataDir} is in use by another PostgreSQL (process ${server.pid}): stop it first.`,
    );
  });

  it("refuses data of another PostgreSQL major, naming both", async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, "PG_VERSION"), "15\n");

    await expect(start()).rejects.toThrow("was written by PostgreSQL 15, and this Chargehand carries PostgreSQL 18");
  });

  it("refuses a port that is taken, and makes nothing", async () => {
    const squatter = createServer();
    await new Promise<void>((listening) => squatter.listen(port, "127.0.0.1", listening));

    await expect(start()).rejects.toThrow(`Port ${port}, needed for PostgreSQL, is taken`);

    expect(() => readFileSync(join(dataDir, "PG_VERSION"))).toThrow();
    squatter.close();
  });

  it("refuses a folder that holds something else", async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "holiday.jpg"), "");

    await expect(start()).rejects.toThrow("is neither empty nor a PostgreSQL data directory");
  });

  it("refuses a place that can't be written, in one sentence", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    chmodSync(file, 0o400);

    await expect(startPostgres({ dataDir: join(file, "data", "postgres"), port })).rejects.toThrow(
      /^The data directory .*a-file\/data can't be written \(ENOTDIR\)/,
    );
  });

  it("says what PostgreSQL itself gave as the reason when it does not start", async () => {
    await expect(startPostgres({ dataDir, port, settings: { shared_buffers: "nonsense" } })).rejects.toThrow(
      'The embedded PostgreSQL did not start: invalid value for parameter "shared_buffers": "nonsense"',
    );
  });
});

async function start(): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, port });
  running.push(server);
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}
