import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandOf } from "./processes";
import { Sentence } from "./sentence";

/** Claims a data directory for this process, so that nobody runs twice on the same data; returns how to give it back. */
export function claim(dataDir: string): () => void {
  const file = join(dataDir, "chargehand.pid");
  const holder = livingHolder(file);
  if (holder !== undefined) {
    throw new Sentence(
      `Chargehand already runs on the data in ${dataDir} (process ${holder}): use that one, stop it first, or set DATA_DIR.`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** The file outlives SIGKILL, and its process id may belong to another program since. */
function livingHolder(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return pid !== process.pid && commandOf(pid)?.includes("node") ? pid : undefined;
  } catch {
    return undefined;
  }
}
