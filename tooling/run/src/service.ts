import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { endWithUs } from "./processes";
import { Sentence } from "./sentence";
import { waitFor } from "./wait-for";

export interface ServiceOptions {
  /** As in "The gateway ended unexpectedly". */
  name: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  logFile: string;
  /** Answers 2xx once the service can do its work; a service without one is ready when it runs. */
  readyUrl?: string;
  readyTimeoutMs?: number;
}

export interface Service {
  name: string;
  pid: number;
  /** Settles when the process is gone, for whatever reason. */
  exited: Promise<void>;
  /** Why it is gone, in one sentence. */
  obituary(): string;
  /** Settles when it can do its work; rejects with one sentence when it ends or takes too long. */
  ready(): Promise<void>;
  /** Asks it to end, and after a while makes it, with everything it started. */
  stop(patienceMs: number): Promise<void>;
}

/** Starts one Node program of ours, as a process group of its own. */
export function startService(options: ServiceOptions): Service {
  const { name, logFile, readyUrl, readyTimeoutMs = 60_000 } = options;
  const child = launch(options);
  const pid = child.pid ?? 0;
  const callOff = endWithUs({ pid, signal: "TERM", group: true });
  const isGone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const exited = new Promise<void>((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  }).then(() => {
    // What it started and left behind goes with it.
    if (pid > 0) signal(-pid, "SIGKILL");
    return callOff();
  });

  return {
    name,
    pid,
    exited,
    obituary() {
      const how = child.signalCode === null ? `with code ${child.exitCode}` : `by ${child.signalCode}`;
      const said = lastWord(logFile);
      return `The ${name} ended unexpectedly ${how}${said === undefined ? "" : `, saying "${said}"`} (more in ${logFile}).`;
    },
    async ready() {
      if (readyUrl === undefined) return;
      const answers = async () => isGone() || (await isOk(readyUrl));
      await waitFor(answers, { what: readyUrl, timeoutMs: readyTimeoutMs, everyMs: 50 }).catch(() => {
        throw new Sentence(`The ${name} did not become ready in ${readyTimeoutMs / 1_000} s (more in ${logFile}).`);
      });
      if (isGone()) throw new Sentence(this.obituary());
    },
    async stop(patienceMs) {
      if (isGone()) return;
      const impatience = setTimeout(() => signal(-pid, "SIGKILL"), patienceMs);
      child.kill("SIGTERM");
      await exited;
      clearTimeout(impatience);
    },
  };
}

function launch({ args, cwd, env, logFile }: ServiceOptions): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  const log = openSync(logFile, "a", 0o600);
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we end things in their order.
  const child = spawn(process.execPath, args, {
    cwd,
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, ...env },
  });
  closeSync(log);
  return child;
}

async function isOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}

/** The last line of a log that is for people: a JSON line's message, else the line itself. */
function lastWord(logFile: string): string | undefined {
  if (!existsSync(logFile)) return undefined;
  const lines = readFileSync(logFile, "utf8")
    .trimEnd()
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(\s+at |Node\.js v)/.test(line));
  const line = lines.findLast((candidate) => /error|cannot|can't|refused|failed/i.test(candidate)) ?? lines.at(-1);
  if (line === undefined) return undefined;
  try {
    const { msg } = asMessage(JSON.parse(line));
    return msg;
  } catch {
    return line.trim().slice(0, 300);
  }
}

function asMessage(value: unknown): { msg: string } {
  if (typeof value === "object" && value !== null && "msg" in value && typeof value.msg === "string")
    return { msg: value.msg };
  throw new Error("no message");
}

function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch {
    // It is gone already, which is what was wanted.
  }
}
