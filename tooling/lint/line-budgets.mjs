// Guard the hubs: when one is full, the answer is a new table entry elsewhere, never a bigger hub.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./sources.mjs";

/** @type {Record<string, number>} */
const budgets = {
  "apps/gateway/src/receive.ts": 80,
  "apps/gateway/src/deliver.ts": 120,
  "apps/gateway/src/gateway.ts": 120,
  "packages/domain/src/decide.ts": 100,
};

const faults = Object.entries(budgets).flatMap(([file, budget]) => {
  if (!existsSync(join(root, file))) return [`${file} is gone: name the hub that took its place.`];
  const lines = readFileSync(join(root, file), "utf8").trimEnd().split("\n").length;
  return lines > budget ? [`${file} has ${lines} lines; its budget is ${budget}.`] : [];
});

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
