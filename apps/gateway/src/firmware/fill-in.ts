import { findImage, openDownload } from "@chargehand/db/firmware";
import type { Command } from "@chargehand/domain/command";
import type { ConnectedStation } from "../connected-station";
import { fileBase, makeFileAddress } from "../files/file-address";
import type { House } from "../house";

/**
 * A command that names an image of the library, as the station is told it: with an address that is good for this station,
 * the version that is to boot, and the signature. Without an address, once the image is gone.
 */
export async function withImage(
  { id, command }: { id: number; command: Command },
  { id: station, dialed }: Pick<ConnectedStation, "id" | "dialed">,
  { db, settings }: Pick<House, "db" | "settings">,
): Promise<Command> {
  if (command.type !== "update-firmware" || command.image === undefined) return command;
  const image = await findImage(db, command.image);
  if (!image) return command;
  const { version, signature, certificate, fileName } = image;
  const told = {
    ...command,
    version: command.version ?? version,
    ...(!command.unsigned && { signature, certificate }),
  };
  if (image.location !== undefined) return { ...told, location: image.location };

  const { url, tokenHash } = makeFileAddress(fileBase(settings.publicUrl, dialed), "firmware", fileName);
  const from = Math.max(Date.now(), Date.parse(command.retrieveAt));
  const expiresAt = new Date(from + settings.firmwareDays * dayMs);
  await openDownload(db, { image: command.image, station, command: id, tokenHash, expiresAt });
  return { ...told, location: url };
}

/** A command that names an image, with nothing but the version that is to boot: once it was told, that is what proves it. */
export async function withVersion(command: Command, { db }: Pick<House, "db">): Promise<Command> {
  if (command.type !== "update-firmware" || command.image === undefined || command.version !== undefined)
    return command;
  return { ...command, version: (await findImage(db, command.image))?.version };
}

const dayMs = 86_400_000;
