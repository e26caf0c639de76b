import { join } from "node:path";
import { root } from "./fingerprint.mjs";
import type { ServiceOptions } from "./service";

/** Run what was built, or run the sources and restart on every change. */
export type Mode = "built" | "dev";

type Program = Pick<ServiceOptions, "args" | "cwd">;

/** How the gateway is started. */
export const gatewayProgram = (mode: Mode): Program => ({
  cwd: app("gateway"),
  args: mode === "built" ? [...roomyNursery, "dist/main.mjs"] : [...watch, "src/main.ts"],
});

// What a message needs lives until its commit: with room for a few thousand of them, the collector finds most of it
// dead instead of copying it on (an eighth of the gateway's processor time under load).
const roomyNursery = ["--max-semi-space-size=64"];

/** How the console is started: without a wrapper, which would outlive a kill. */
export const webProgram = (mode: Mode, port: number): Program => ({
  cwd: app("web"),
  args: ["node_modules/next/dist/bin/next", mode === "built" ? "start" : "dev", "--port", String(port)],
});

/** How the simulator is started, with the arguments of its own command line. */
export const simulatorProgram = (mode: Mode, args: string[]): Program => ({
  cwd: app("simulator"),
  args: mode === "built" ? ["dist/main.mjs", ...args] : [...watch, "src/main.ts", ...args],
});

/** How the script that makes the first operator is started. */
export const firstOperatorProgram: Program = {
  cwd: app("web"),
  args: ["--import", "tsx", "src/server/first-operator.ts"],
};

const watch = ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false"];

function app(name: string): string {
  return join(root, "apps", name);
}
