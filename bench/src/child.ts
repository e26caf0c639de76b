import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** A process of the benchmark, and what it tells. */
export interface Child<Message> {
  pid: number;
  /** The next message that fulfils the condition; rejects when the process ends first. */
  told<M extends Message>(wanted: (message: Message) => message is M): Promise<M>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts one of our own files, or with `built` a program as it was built. */
export function start<Message>(
  file: string,
  args: string[],
  { built, env, nodeArgs = [] }: { built?: string; env?: Record<string, string>; nodeArgs?: string[] } = {},
): Child<Message> {
  const child = fork(built ?? join(import.meta.dirname, file), args, {
    execArgv: built ? nodeArgs : ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const told: Message[] = [];
  const listeners = new Set<() => void>();
  child.on("message", (message: Message) => {
    told.push(message);
    for (const listener of listeners) listener();
  });

  return {
    pid: child.pid ?? 0,
    told: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const message = told.find(wanted);
          if (message === undefined) return;
          listeners.delete(look);
          resolve(message);
        };
        listeners.add(look);
        child.once("exit", (code) => reject(new Error(`${built ?? file} ended with ${code}`)));
        look();
      }),
    stop: (signal = "SIGTERM") => ended(child, signal),
  };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
