import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import pg from "pg";
import { portIsFree } from "./ports";
import { serverAccount } from "./postgres/account";
import { postgresBinaries, postgresPackage } from "./postgres/binaries";
import { prepareDataDirectory } from "./postgres/data-directory";
import { endWithUs } from "./processes";
import { Sentence } from "./sentence";
import { waitFor } from "./wait-for";

export interface PostgresOptions {
  dataDir: string;
  port: number;
  user?: string;
  password?: string;
  /** Where the server writes its log; beside the data when not said. */
  logFile?: string;
  /** How long it stays when we are killed, for those who still use it; no time when not said. */
  outlivesUsBySeconds?: number;
  /** Server settings on top of ours, as in postgresql.conf. */
  settings?: Record<string, string>;
}

export interface RunningPostgres {
  /** Connects to the maintenance database. */
  url: string;
  urlOf(database: string): string;
  port: number;
  pid: number;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<void>;
  /** Ends it in order, within four seconds. */
  stop(): Promise<void>;
  /** Kills it as a crash would: no checkpoint, and a lock file that stays. */
  kill(): Promise<void>;
}

/** Starts the PostgreSQL that comes by npm, on loopback only, making its data directory at the first start. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { port, user = "chargehand", password = "chargehand", settings = {} } = options;
  const path = resolve(options.dataDir);
  const logFile = options.logFile ?? `${path}.log`;
  if (!(await portIsFree(port, "127.0.0.1"))) {
    throw new Sentence(
      `Port ${port}, needed for PostgreSQL, is taken: stop the program that uses it, or set DATABASE_PORT.`,
    );
  }
  const home = postgresPackage();
  const account = serverAccount([home, path]);
  const binaries = postgresBinaries(home, account);
  prepareDataDirectory({ path, user, password }, binaries, account);

  const urlOf = (database: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const launch = () => {
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, "a", 0o600);
    // A group of its own, so that a Ctrl-C in the terminal reaches us and not the database under our feet.
    const { file, args, ...ids } = account.command(binaries.postgres, [
      "-D",
      path,
      "-p",
      String(port),
      ...flags(settings),
    ]);
    const child = spawn(file, args, {
      ...ids,
      cwd: tmpdir(),
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, LC_MESSAGES: "C", PGTZ: "UTC" },
    });
    closeSync(log);
    return child;
  };
  const child = await launchUntilReady(launch, urlOf("postgres"), logFile);
  return handle(child, { urlOf, port, afterSeconds: options.outlivesUsBySeconds });
}

/** After a crash the old server's last backends need a moment to notice; PostgreSQL refuses to start until then. */
async function launchUntilReady(launch: () => ChildProcess, url: string, logFile: string): Promise<ChildProcess> {
  const patience = Date.now() + 10_000;
  for (;;) {
    const logged = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const child = launch();
    if (await becomesReady(child, url)) return child;
    const said = readFileSync(logFile).subarray(logged).toString("utf8");
    if (said.includes("shared memory block") && Date.now() < patience) continue;
    const reason = /(?:FATAL|PANIC|ERROR): {1,2}(.*)/.exec(said)?.[1] ?? "it gave no reason";
    throw new Sentence(`The embedded PostgreSQL did not start: ${reason} (more in ${logFile}).`);
  }
}

async function becomesReady(child: ChildProcess, url: string): Promise<boolean> {
  let failed = false;
  child.once("error", () => {
    failed = true;
  });
  // Recovery of a large journal takes its time: the server is given minutes as long as it lives.
  return waitFor(
    async () => {
      if (failed || child.exitCode !== null || child.signalCode !== null) return "ended";
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
      client.on("error", () => {});
      try {
        await client.connect();
        await client.query("SELECT 1");
        return "ready";
      } finally {
        await client.end().catch(() => {});
      }
    },
    { what: "PostgreSQL to answer", timeoutMs: 300_000, everyMs: 25 },
  ).then((state) => state === "ready");
}

function handle(
  child: ChildProcess,
  { urlOf, port, afterSeconds }: { urlOf: (database: string) => string; port: number; afterSeconds?: number },
): RunningPostgres {
  const pid = child.pid ?? 0;
  const callOff = endWithUs({ pid, signal: "INT", afterSeconds });
  const exited = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    child.once("exit", () => done());
  }).then(callOff);
  child.unref();

  return {
    url: urlOf("postgres"),
    urlOf,
    port,
    pid,
    exited,
    async stop() {
      // INT: fast, in order. QUIT: no checkpoint, the next start recovers. KILL: as a crash.
      const impatience = [
        setTimeout(() => child.kill("SIGQUIT"), 3_000),
        setTimeout(() => child.kill("SIGKILL"), 4_000),
      ];
      child.ref();
      child.kill("SIGINT");
      await exited;
      for (const timer of impatience) clearTimeout(timer);
    },
    async kill() {
      child.ref();
      child.kill("SIGKILL");
      await exited;
    },
  };
}

function flags(settings: Record<string, string>): string[] {
  const all: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    // Loopback alone is enough; a socket file in a shared folder is one more thing to collide on.
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "512MB",
    wal_buffers: "16MB",
    max_wal_size: "4GB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
