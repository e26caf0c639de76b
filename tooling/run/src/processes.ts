import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** The command line of a living process, or nothing when there is none of that id. */
export function commandOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || undefined;
    } catch {
      return undefined;
    }
  }
  if (process.platform === "win32") return "";
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether a process of this id lives (a zombie counts; its parent has yet to notice). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** How a process is to be ended when we are gone. */
export interface LastWill {
  pid: number;
  signal: "INT" | "TERM";
  /** With everything in its process group. */
  group?: boolean;
  /** So that what depends on it can end first. */
  afterSeconds?: number;
}

/**
 * Has a process end when we do, even when we are killed without a chance to say so: a small shell holds the other end
 * of a pipe of ours, and acts when it closes. Returns how to call that off.
 */
export function endWithUs({ pid, signal, group = false, afterSeconds = 0 }: LastWill): () => Promise<void> {
  if (process.platform === "win32") return async () => {};
  const target = group ? `-${pid}` : `${pid}`;
  const kill = (name: string) => `kill -s ${name} -- ${target} 2>/dev/null`;
  const watcher = spawn("sh", ["-c", `read _; sleep ${afterSeconds}; ${kill(signal)} && sleep 5 && ${kill("KILL")}`], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const gone = new Promise<void>((resolve) => watcher.once("exit", () => resolve()));
  watcher.unref();
  // The pipe must not keep our event loop alive, nor its breaking end us.
  watcher.stdin.on("error", () => {});
  if ("unref" in watcher.stdin && typeof watcher.stdin.unref === "function") watcher.stdin.unref();
  return async () => {
    if (watcher.pid === undefined || watcher.exitCode !== null || watcher.signalCode !== null) return;
    watcher.ref();
    watcher.kill("SIGKILL");
    await gone;
  };
}
