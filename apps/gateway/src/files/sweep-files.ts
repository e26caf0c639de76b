import { rm } from "node:fs/promises";
import { join } from "node:path";
import { knownImages } from "@chargehand/db/firmware-downloads";
import { forgetFiles, knownFiles } from "@chargehand/db/station-files";
import { sweepFolder } from "@chargehand/files/sweep-folder";
import type { House } from "../house";

/** Takes away files past their retention, and what nothing belongs to because a process ended in the middle. */
export async function sweepFiles({ db, settings, log }: Pick<House, "db" | "settings" | "log">): Promise<void> {
  const { filesFolder, firmwareFolder } = settings;
  const forgotten = await forgetFiles(db);
  await Promise.all(forgotten.map((name) => rm(join(filesFolder, name), { force: true })));
  if (forgotten.length > 0) log.info({ files: forgotten.length }, "files past their retention were dropped");

  await sweepFolder(filesFolder, (names) => knownFiles(db, names));
  await sweepFolder(firmwareFolder, (names) => knownImages(db, names));
}
