import { execFileSync } from "node:child_process";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { commandOf } from "../processes";
import { Sentence } from "../sentence";
import type { Account } from "./account";
import type { Binaries } from "./binaries";

export interface DataDirectory {
  path: string;
  user: string;
  password: string;
}

/** Brings a data directory into a state the server can start from, or says in one sentence why it can't. */
export function prepareDataDirectory(directory: DataDirectory, binaries: Binaries, account: Account): void {
  requireWritable(dirname(directory.path));
  if (!existsSync(directory.path) || readdirSync(directory.path).length === 0) {
    initialise(directory, binaries, account);
    return;
  }
  requireSameMajor(directory.path, binaries.major);
  clearStaleLock(directory.path);
}

/** The process id of a PostgreSQL that is alive on this data directory, if there is one. */
export function liveServer(path: string): number | undefined {
  const lock = join(path, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const pid = Number.parseInt(readFileSync(lock, "utf8"), 10);
  // A lock file outlives SIGKILL, and its process id may have gone to another program since.
  return commandOf(pid)?.includes(path) ? pid : undefined;
}

/** Makes sure that a folder exists and that we may write into it. */
export function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new Sentence(
      `The data directory ${folder} can't be written${reason}: give this user the right to, or set DATA_DIR.`,
    );
  }
}

function requireSameMajor(path: string, major: string): void {
  const file = join(path, "PG_VERSION");
  if (!existsSync(file)) {
    throw new Sentence(`${path} is neither empty nor a PostgreSQL data directory: move it away, or set DATA_DIR.`);
  }
  const found = readFileSync(file, "utf8").trim();
  if (found === major) return;
  throw new Sentence(
    `The data in ${path} was written by PostgreSQL ${found}, and this Chargehand carries PostgreSQL ${major}: ` +
      "dump it with the old version and restore it here, or set DATABASE_URL to a server of that version.",
  );
}

function clearStaleLock(path: string): void {
  const pid = liveServer(path);
  if (pid !== undefined) {
    throw new Sentence(`The data in ${path} is in use by another PostgreSQL (process ${pid}): stop it first.`);
  }
  rmSync(join(path, "postmaster.pid"), { force: true });
}

/** Initialises beside the final place and renames, so that a start cut short leaves nothing that looks finished. */
function initialise({ path, user, password }: DataDirectory, { initdb }: Binaries, account: Account): void {
  const fresh = `${path}.new-${process.pid}`;
  const passwordFile = join(tmpdir(), `chargehand-${process.pid}-${Date.now()}.pw`);
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      chownSync(fresh, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const flags = [
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--locale=C.UTF-8",
      "--lc-messages=C",
    ];
    // fsync of the new files is left to the first checkpoint; a machine that loses power here has no data yet.
    const where = ["--pgdata", fresh, "--username", user, "--pwfile", passwordFile, "--no-sync", "--no-instructions"];
    const { file, args, ...ids } = account.command(initdb, [...where, ...flags]);
    execFileSync(file, args, { ...ids, cwd: tmpdir(), stdio: ["ignore", "ignore", "pipe"] });
    renameSync(fresh, path);
  } catch (error) {
    throw new Sentence(`The database could not be made in ${path}: ${lastLine(error)}.`);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  const said = text.split("\n").filter((line) => /error|fatal|denied/i.test(line));
  return (said.at(-1) ?? text).trim().replace(/\.$/, "");
}
