import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { build, isBuilt } from "../src/build";
import { startPostgres } from "../src/embedded-postgres";
import { freePort } from "../src/ports";
import { commandOf } from "../src/processes";
import { waitFor } from "../src/wait-for";
import { descendants, execute, Place, processOf, type Run, started } from "./npm-start";

let place: Place;
let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  if (!isBuilt()) await build();
}, 600_000);

beforeEach(async () => {
  place = await Place.make({ DEMO_STATIONS: "3" });
  ({ folder, environment } = place);
});

afterEach(() => place.clear());

const start = (extra?: Record<string, string>) => place.start(extra);

describe("npm start", () => {
  it("brings a network to life, prints the password once, and leaves no process after Ctrl-C", async () => {
    const run = start();
    await started(run);

    expect(run.output()).toContain(`http://localhost:${environment.WEB_PORT}`);
    expect(run.output()).toMatch(/E-mail +admin@chargehand\.local/);
    expect(run.output()).toMatch(/Password +\S{16} +\(shown only now\)/);
    await waitFor(async () => (await connectedStations()) === 3, {
      what: "three stations to connect",
      timeoutMs: 20_000,
    });

    const all = descendants(run.process.pid);
    const pressed = Date.now();
    run.process.kill("SIGINT");
    expect(await run.ended).toBe(0);
    expect(Date.now() - pressed).toBeLessThan(5_000);
    await waitFor(() => all.every((pid) => commandOf(pid) === undefined), {
      what: "every process to be gone",
      timeoutMs: 2_000,
    });

    const again = start();
    await started(again);
    expect(again.output()).not.toContain("building");
    expect(again.output()).not.toContain("Password");
  });

  it("refuses a second start on the same data and leaves the first alone", async () => {
    const first = start();
    await started(first);

    const second = start({ WEB_PORT: String(await freePort()), GATEWAY_PORT: String(await freePort()) });

    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(
      `Chargehand already runs on the data in ${environment.DATA_DIR} (process ${first.process.pid})`,
    );
    expect((await fetch(`http://127.0.0.1:${environment.GATEWAY_PORT}/readyz`)).status).toBe(200);
  });

  it("ends as a whole, with the reason, when a part of it dies", async () => {
    const run = start();
    await started(run);
    const all = descendants(run.process.pid);

    process.kill(processOf(all, /dist\/main\.mjs$/), "SIGKILL");

    expect(await run.ended).toBe(1);
    expect(run.output()).toContain("The gateway ended unexpectedly by SIGKILL");
    await waitFor(() => all.every((pid) => commandOf(pid) === undefined), {
      what: "every process to be gone",
      timeoutMs: 2_000,
    });
  });

  it("takes everything with it when it is killed itself, and starts again on the same data", async () => {
    const run = start();
    await started(run);
    const all = descendants(run.process.pid);

    run.process.kill("SIGKILL");
    await run.ended;
    await waitFor(() => all.every((pid) => commandOf(pid) === undefined), {
      what: "every process to be gone",
      timeoutMs: 12_000,
    });

    await started(start());
  });
});

describe("npm start that can't", () => {
  it("names the port that is taken and starts nothing", async () => {
    const squatter = createServer();
    await new Promise<void>((listening) => squatter.listen(Number(environment.WEB_PORT), listening));

    const run = start();

    expect(await run.ended).toBe(1);
    expect(complaint(run)).toBe(
      `Port ${environment.WEB_PORT}, needed for the console, is taken: stop the program that uses it, or set WEB_PORT.`,
    );
    expect(existsSync(join(folder, "data", "postgres"))).toBe(false);
    squatter.close();
  });

  it("names the data directory that can't be written", async () => {
    writeFileSync(join(folder, "file"), "");

    const run = start({ DATA_DIR: join(folder, "file", "data") });

    expect(await run.ended).toBe(1);
    expect(complaint(run)).toMatch(/^The data directory .* can't be written \(ENOTDIR\): .*DATA_DIR\.$/);
  });

  it("names the variable that makes no sense", async () => {
    const run = start({ DEMO_STATIONS: "many" });

    expect(await run.ended).toBe(1);
    expect(complaint(run)).toBe("The environment variable DEMO_STATIONS is no number.");
  });

  it("says why the PostgreSQL of DATABASE_URL can't be used", async () => {
    const run = start({ DATABASE_URL: `postgresql://nobody@127.0.0.1:${environment.DATABASE_PORT}/none` });

    expect(await run.ended).toBe(1);
    expect(complaint(run)).toMatch(/^The PostgreSQL of DATABASE_URL can't be used: connect ECONNREFUSED .*\.$/);
  });

  it("says which migration failed, and starts neither gateway nor console", async () => {
    const server = await startPostgres({ dataDir: join(folder, "own"), port: await freePort(20_100, 20_999) });
    // The first migration meets a table that is not ours.
    await execute(server.url, "CREATE TABLE site (not_ours int)");

    const run = start({ DATABASE_URL: server.url });

    expect(await run.ended).toBe(1);
    expect(complaint(run)).toBe(
      'The migration 20261123000001_network failed and was undone: relation "site" already exists.',
    );
    expect(existsSync(join(folder, "data", "logs", "gateway.log"))).toBe(false);
    await server.stop();
  });
});

/** What it said last, past the lines of its steps. */
const complaint = (run: Run) => run.output().trimEnd().split("\n").at(-1);

const connectedStations = async () => (await place.ask("SELECT 1 FROM station WHERE connected")).length;
