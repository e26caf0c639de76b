import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { forgetFiles, knownFiles } from "@chargehand/db/station-files";
import type { House } from "../house";

// What is younger may be on its way into its place.
const youngMs = 3_600_000;

/** Takes away files past their retention, and what nothing belongs to because a process ended in the middle. */
export async function sweepFiles({ db, settings, log }: Pick<House, "db" | "settings" | "log">): Promise<void> {
  const { filesFolder: folder } = settings;
  const forgotten = await forgetFiles(db);
  await Promise.all(forgotten.map((name) => rm(join(folder, name), { force: true })));
  if (forgotten.length > 0) log.info({ files: forgotten.length }, "files past their retention were dropped");

  const names = await readdir(folder).catch(() => []);
  const known = await knownFiles(db, names);
  for (const name of names.filter((one) => !known.has(one))) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > youngMs) await rm(join(folder, name), { force: true });
  }
}
