import { findImage, type ImageToTell, openDownload } from "@chargehand/db/firmware";
import type { Command } from "@chargehand/domain/command";
import type { FirmwareUpdate } from "@chargehand/domain/orders/maintenance";
import type { ConnectedStation } from "../connected-station";
import { fileBase, makeFileAddress } from "../files/file-address";
import type { House } from "../house";

/**
 * A command that names an image of the library, as the station is told it: with an address that is good for this station,
 * and for an update the version that is to boot and the signature, for a publication the checksum. Without an address,
 * once the image is gone.
 */
export async function withImage(
  { id, command }: { id: number; command: Command },
  { id: station, dialed }: Pick<ConnectedStation, "id" | "dialed">,
  { db, settings }: Pick<House, "db" | "settings">,
): Promise<Command> {
  const isUpdate = command.type === "update-firmware";
  if ((!isUpdate && command.type !== "publish-firmware") || command.image === undefined) return command;
  const image = await findImage(db, command.image);
  if (!image) return command;
  const told = isUpdate ? asUpdate(command, image) : { ...command, checksum: command.checksum ?? image.md5 };
  if (image.location !== undefined) return { ...told, location: image.location };

  const { url, tokenHash } = makeFileAddress(fileBase(settings.publicUrl, dialed), "firmware", image.fileName);
  const from = Math.max(Date.now(), isUpdate ? Date.parse(command.retrieveAt) : 0);
  const expiresAt = new Date(from + settings.firmwareDays * dayMs);
  await openDownload(db, { image: command.image, station, command: id, tokenHash, expiresAt });
  return { ...told, location: url };
}

const asUpdate = (command: FirmwareUpdate, { version, signature, certificate }: ImageToTell): FirmwareUpdate => ({
  ...command,
  version: command.version ?? version,
  ...(!command.unsigned && { signature, certificate }),
});

/** A command that names an image, with nothing but the version that is to boot: once it was told, that is what proves it. */
export async function withVersion(command: Command, { db }: Pick<House, "db">): Promise<Command> {
  if (command.type !== "update-firmware" || command.image === undefined || command.version !== undefined)
    return command;
  return { ...command, version: (await findImage(db, command.image))?.version };
}

const dayMs = 86_400_000;
