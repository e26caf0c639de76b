import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { build, isBuilt } from "./build";
import { doorFile } from "./demo-door";
import { root } from "./fingerprint.mjs";
import { simulatorProgram } from "./programs";
import { step } from "./progress.mjs";

if (!isBuilt()) await step("Generating and building", build);

const { args, cwd } = simulatorProgram("built", process.argv.slice(2));
// Where a running `npm start` says how its simulator is asked.
const env = { ...process.env, DEMO_CONTROL: doorFile(resolve(root, process.env.DATA_DIR || ".data")) };
const child = spawn(process.execPath, args, { cwd, env, stdio: "inherit" });
child.on("exit", (code) => process.exit(code ?? 1));
