import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

// What is younger may be on its way into its place.
const youngMs = 3_600_000;

/** Takes away what nothing belongs to in a folder, because a process ended in the middle. */
export async function sweepFolder(
  folder: string,
  known: (names: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const kept = await known(names);
  for (const name of names.filter((one) => !kept.has(one))) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > youngMs) await rm(join(folder, name), { force: true });
  }
}
