import { spawn } from "node:child_process";
import { build, isBuilt } from "./build";
import { simulatorProgram } from "./programs";
import { step } from "./progress.mjs";

if (!isBuilt()) await step("Generating and building", build);

const { args, cwd } = simulatorProgram("built", process.argv.slice(2));
const child = spawn(process.execPath, args, { cwd, stdio: "inherit" });
child.on("exit", (code) => process.exit(code ?? 1));
