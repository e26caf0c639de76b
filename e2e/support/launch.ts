import { rmSync } from "node:fs";
import { stack, stackEnvironment } from "./stack";

// Started by Playwright before the first story and ended by SIGTERM after the last. Every run begins with nothing.
rmSync(stack.dataDir, { recursive: true, force: true });
process.on("exit", () => rmSync(stack.dataDir, { recursive: true, force: true }));

// A Playwright that is killed says nothing; whoever has lost their parent has nobody left to serve.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 1_000).unref();

Object.assign(process.env, stackEnvironment);
await import(new URL("../../tooling/run/start.mjs", import.meta.url).href);
