import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** A process of the benchmark, and what it tells. */
export interface Child<Message> {
  pid: number;
  /** The next message that fulfils the condition; rejects when the process ends first. */
  told<M extends Message>(wanted: (message: Message) => message is M): Promise<M>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** What Node is started with. */
export interface Program {
  args: string[];
  cwd?: string;
}

/** One of the benchmark's own files. */
export const own = (file: string, ...args: string[]): Program => ({
  args: ["--import", "tsx", join(import.meta.dirname, file), ...args],
});

/** Starts a program, with a channel on which it may tell something. */
export function start<Message>({ args, cwd }: Program, env: Record<string, string> = {}): Child<Message> {
  const child = spawn(process.execPath, args, {
    cwd,
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
        child.once("exit", (code) => reject(new Error(`${args.join(" ").slice(0, 200)} ended with ${code}`)));
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
