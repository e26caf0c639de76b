import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, isBuilt } from "./build";
import { root } from "./fingerprint.mjs";
import { step } from "./progress.mjs";

// The benchmark measures what was built, never the sources through a loader.
if (!isBuilt()) await step("Generating and building", build);

const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts", ...process.argv.slice(2)], {
  cwd: join(root, "bench"),
  stdio: "inherit",
});
child.on("exit", (code) => process.exit(code ?? 1));
