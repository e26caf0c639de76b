import { existsSync } from "node:fs";
import { join } from "node:path";
import { pnpm, tail } from "./command.mjs";
import { fingerprint, isFresh, root, stamp } from "./fingerprint.mjs";
import { Sentence } from "./sentence";

const inputs = ["apps", "packages", "tooling/tsconfig", "package.json", "pnpm-lock.yaml", "turbo.json"];
const products = ["apps/gateway/dist/main.mjs", "apps/simulator/dist/main.mjs", "apps/web/.next/BUILD_ID"];

// Tests are not part of what runs.
const isInput = (path: string) => !/\.test\.tsx?$|\/test\/|\/fixtures\//.test(path);

/** Whether what stands in dist/ and .next/ was built from the sources as they are. */
export function isBuilt(): boolean {
  return products.every((product) => existsSync(join(root, product))) && isFresh("build", fingerprint(inputs, isInput));
}

/** Generates and builds whatever changed since the last time. */
export async function build(): Promise<void> {
  const print = fingerprint(inputs, isInput);
  await turbo(["generate", "build"]);
  stamp("build", print);
}

/** Makes the types and validators that everything else is compiled against. */
export const generate = (): Promise<void> => turbo(["generate"]);

async function turbo(tasks: string[]): Promise<void> {
  const { code, output } = await pnpm([
    "exec",
    "turbo",
    "run",
    ...tasks,
    "--output-logs=errors-only",
    "--no-update-notifier",
  ]);
  if (code !== 0) throw new Sentence(`${tail(output, 40)}\n\nThe build failed; what it said stands above.`);
}
