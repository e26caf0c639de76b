import { statfs } from "node:fs/promises";

/** Where images of the library lie, and how large one may be. */
export interface FirmwareRoom {
  folder: string;
  limitBytes: number;
}

/** Why a file of this size is not taken; undefined where it may come. */
export async function whyNoRoom({ folder, limitBytes }: FirmwareRoom, size: number): Promise<string | undefined> {
  if (size > limitBytes)
    return `The file is larger than ${written(limitBytes)}, which is what FIRMWARE_LIMIT_MIB allows.`;
  const disk = await statfs(folder).catch(() => undefined);
  const free = disk && disk.bavail * disk.bsize;
  if (free === undefined || size <= free) return undefined;
  return `There is room for ${written(free)} where firmware is kept, and the file has ${written(size)}.`;
}

const written = (bytes: number) =>
  bytes < mebibyte ? `${bytes} bytes` : `${(bytes / mebibyte).toLocaleString("en", { maximumFractionDigits: 0 })} MiB`;

const mebibyte = 1024 * 1024;
