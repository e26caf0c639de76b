import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pnpm, tail } from "./command.mjs";
import { fingerprint, isFresh, root, stamp } from "./fingerprint.mjs";
import { step } from "./progress.mjs";

/**
 * From a clean clone to running TypeScript: checks Node, installs what the lock file says if that changed, and loads
 * one of our modules. Everything up to here works with Node and npm alone.
 * @param {string} module
 */
export async function bootstrap(module) {
  try {
    requireNode(process.versions.node);
    await install();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(import.meta.dirname, module)).href);
}

/** @param {string} version */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Chargehand needs Node 20.19 or newer, and this is Node ${version}: install a newer one from nodejs.org.`,
  );
}

async function install() {
  const isManifest = (/** @type {string} */ path) => path.endsWith("package.json");
  const print = [
    fingerprint(["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"]),
    fingerprint(["apps", "packages", "tooling", "bench", "e2e"], isManifest),
  ].join();
  if (isFresh("install", print) && existsSync(join(root, "node_modules", "tsx"))) return;
  await step("Installing packages", async () => {
    const { code, output } = await pnpm(["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"]);
    if (code !== 0)
      throw new Error(`${tail(output)}\n\nThe packages could not be installed; what pnpm said stands above.`);
    stamp("install", print);
  });
}
