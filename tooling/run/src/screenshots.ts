import { copyFileSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, isBuilt } from "./build";
import { run } from "./command.mjs";
import { root } from "./fingerprint.mjs";
import { step } from "./progress.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { readme: { type: "boolean", default: false } },
});
const folder = resolve(positionals[0] ?? join(root, "e2e", "test-results", "pictures"));

if (!isBuilt()) await step("Generating and building", build);

mkdirSync(folder, { recursive: true });
const e2e = join(root, "e2e");
const { code } = await run(
  join(e2e, "node_modules", ".bin", "playwright"),
  ["test", "--config", "screenshots.config.ts", values.readme ? "readme" : "pages"],
  { cwd: e2e, env: { SCREENSHOTS: folder, E2E_DEMO_STATIONS: "25" }, show: true },
);
if (values.readme && code === 0) copyFileSync(join(folder, "readme.png"), join(root, "docs/images/station.png"));
process.stdout.write(`\nThe pictures are in ${folder}\n`, () => process.exit(code));
