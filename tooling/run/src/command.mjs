import { spawn } from "node:child_process";
import { root } from "./fingerprint.mjs";

/** @typedef {{ code: number, output: string }} Outcome */

/**
 * Runs a program to its end, keeping what it says; nothing of it is shown unless asked for.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    // On Windows npx is a script of its shell.
    const shell = process.platform === "win32" && program === "npx";
    const child = spawn(program, args, {
      cwd,
      shell,
      env: { ...process.env, ...quiet, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    // Cut short, we take it along.
    const takeAlong = () => child.kill("SIGINT");
    process.once("exit", takeAlong);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on("close", (code) => {
      process.off("exit", takeAlong);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @param {string[]} args */
export const pnpm = (args, options = {}) => run("npx", ["-y", "pnpm@10.34.9", ...args], options);

/** What a program said last, for a person to read. */
export const tail = (/** @type {string} */ output, lines = 25) => output.trimEnd().split("\n").slice(-lines).join("\n");

/** No tool of ours phones home, asks to be updated, or waits for an answer. */
const quiet = {
  TURBO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  DO_NOT_TRACK: "1",
  npm_config_update_notifier: "false",
  npm_config_fund: "false",
  npm_config_audit: "false",
};
