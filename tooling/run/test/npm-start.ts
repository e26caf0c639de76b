import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { root } from "../src/fingerprint.mjs";
import { freePort } from "../src/ports";
import { commandOf } from "../src/processes";
import { waitFor } from "../src/wait-for";

/** One run of `npm start`, as a person runs it. */
export interface Run {
  process: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** Data and ports of one test's own, on which `npm start` is run, also several times. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), "start-"));
  readonly environment: Record<string, string>;
  readonly #runs: Run[] = [];

  private constructor(environment: Record<string, string>) {
    this.environment = { DATA_DIR: join(this.folder, "data"), ...environment };
  }

  static async make(environment: Record<string, string>): Promise<Place> {
    const port = async () => String(await freePort(20_100, 20_999));
    return new Place({
      WEB_PORT: await port(),
      GATEWAY_PORT: await port(),
      DATABASE_PORT: await port(),
      ...environment,
    });
  }

  start(extra: Record<string, string> = {}): Run {
    const own = { DATABASE_URL: "", ADMIN_EMAIL: "", ADMIN_PASSWORD: "", NODE_ENV: "", VITEST: "" };
    const child = spawn(process.execPath, ["tooling/run/start.mjs"], {
      cwd: root,
      env: { ...process.env, ...own, ...this.environment, ...extra },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const run = { process: child, output: () => output, ended };
    this.#runs.push(run);
    return run;
  }

  /** What its database says. */
  async ask<Row extends object>(statement: string): Promise<Row[]> {
    const { DATABASE_PASSWORD } = JSON.parse(readFileSync(join(this.folder, "data", "secrets.json"), "utf8"));
    const address = `127.0.0.1:${this.environment.DATABASE_PORT}`;
    return execute<Row>(`postgresql://chargehand:${DATABASE_PASSWORD}@${address}/chargehand`, statement);
  }

  /** Ends what still runs, and leaves nothing behind. */
  async clear(): Promise<void> {
    await Promise.all(
      this.#runs.map(({ process, ended }) => {
        process.kill("SIGTERM");
        return ended;
      }),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits until it says that everything runs. */
export async function started(run: Run): Promise<void> {
  const state = await waitFor(
    () => (run.output().includes("Ctrl-C stops everything") ? "up" : run.process.exitCode !== null && "ended"),
    { what: "npm start", timeoutMs: 60_000 },
  );
  if (state === "ended") throw new Error(run.output());
}

export async function execute<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The processes below one, however deep. */
export function descendants(pid: number | undefined): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const all = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = (parent: number | undefined): number[] =>
    all.flatMap(([child, of]) => (child !== undefined && of === parent ? [child, ...children(child)] : []));
  return children(pid);
}

/** The one process among them whose command line says so; one that has just ended says nothing. */
export function processOf(pids: readonly number[], says: RegExp): number {
  const found = pids.find((pid) => says.test(commandOf(pid) ?? ""));
  if (found === undefined) throw new Error(`None of them says ${says}`);
  return found;
}
