import { createReadStream } from "node:fs";
import { basename, join } from "node:path";
import { checkSignature } from "@chargehand/files/signature-check";
import { dropStored } from "@chargehand/files/store-stream";
import type { Context, SignedIn } from "../context";
import { Conflict, NotFound, Refused } from "../errors";
import { type Transaction, write } from "../write";
import type { ImageKind, NewImage } from "./fields";
import { readReceipt, type Uploaded } from "./receipt";

type Desk = Pick<SignedIn, "prisma" | "person" | "clock" | "bus" | "firmware" | "secretPepper">;

/** The image of this version of a model, if the library has one; letters are as large as anybody writes them. */
export const imageOf = (prisma: Pick<Transaction, "firmwareImage">, { vendor, model, version }: ImageKind) =>
  prisma.firmwareImage.findFirst({
    where: {
      vendor: { equals: vendor, mode: "insensitive" },
      model: { equals: model, mode: "insensitive" },
      version,
    },
  });

/** Why a version cannot come into the library a second time. */
export const alreadyThere = ({ vendor, model, version }: ImageKind) =>
  `There is a firmware ${version} for ${vendor} ${model} already. Remove it first, or give this one another version.`;

/** Takes firmware into the library. The same once more is the one that is there; another file of that name is refused. */
export async function addImage(
  context: Desk,
  { receipt, location, ...facts }: NewImage,
): Promise<{ id: number; isNew: boolean }> {
  const file = receipt === undefined ? undefined : readReceipt(receipt, context);
  try {
    if (file) await refuseWrongSignature(context, file, facts);
    return await write(context, async (tx, tell) => {
      const there = await imageOf(tx, facts);
      if (there && isSame(there, file, location)) {
        tell.audit({ action: "firmware.add", subject: `firmware:${there.id}`, after: { again: true } });
        if (file && file.storedAs !== there.storedAs) await dropStored(context.firmware.folder, file);
        return { id: there.id, isNew: false };
      }
      if (there) throw new Conflict(alreadyThere(facts));
      const { id } = await tx.firmwareImage.create({
        data: {
          ...facts,
          notes: facts.notes || null,
          location,
          ...(file && columnsOf(file)),
          addedAt: context.clock(),
          addedBy: context.person.name,
        },
      });
      const { vendor, model, version, signature } = facts;
      const what = { vendor, model, version, isSigned: signature !== undefined, sha256: file?.sha256, location };
      tell.audit({ action: "firmware.add", subject: `firmware:${id}`, after: what });
      tell.event({ event: { type: "firmware.changed", image: id, what: "added" } });
      return { id, isNew: true };
    });
  } catch (error) {
    // Nobody will ask for it again; what was refused is sent anew.
    if (file && (error instanceof Conflict || error instanceof Refused)) {
      await dropStored(context.firmware.folder, file);
    }
    throw error;
  }
}

/** Changes what is noted about an image; what it is stays as it is. */
export const changeImage = (context: Desk, { id, notes }: { id: number; notes: string }): Promise<void> =>
  write(context, async (tx, tell) => {
    const before = await tx.firmwareImage.findUnique({ where: { id } });
    if (!before) throw gone;
    await tx.firmwareImage.update({ where: { id }, data: { notes: notes || null } });
    tell.audit({
      action: "firmware.change",
      subject: `firmware:${id}`,
      before: { notes: before.notes },
      after: { notes: notes || null },
    });
    tell.event({ event: { type: "firmware.changed", image: id, what: "changed" } });
  });

/** Takes an image out of the library, unless a campaign that goes on is about it. */
export async function removeImage(context: Desk & Pick<Context, "pool">, id: number): Promise<void> {
  const storedAs = await write(context, async (tx, tell) => {
    const image = await tx.firmwareImage.findUnique({ where: { id } });
    if (!image) throw gone;
    const [campaign] = await tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM campaign WHERE status IN ('draft', 'running', 'paused', 'stopping')
        AND (work ->> 'image' = ${String(id)} OR work -> 'command' ->> 'image' = ${String(id)}) LIMIT 1`;
    if (campaign) throw new Conflict(`The campaign “${campaign.name}” goes on with it. Stop that first.`);
    await tx.firmwareImage.delete({ where: { id } });
    const { vendor, model, version } = image;
    tell.audit({ action: "firmware.remove", subject: `firmware:${id}`, before: { vendor, model, version } });
    tell.event({ event: { type: "firmware.changed", image: id, what: "removed" } });
    return image.storedAs;
  });
  if (storedAs !== null) await dropStored(context.firmware.folder, { storedAs });
}

const gone = new NotFound("This firmware has been removed already.");

const columnsOf = ({ storedAs, fileName, size, sha256, md5 }: Uploaded) => ({
  ...{ storedAs, fileName, size },
  sha256: Buffer.from(sha256, "hex"),
  md5: Buffer.from(md5, "hex"),
});

type Known = { sha256: Uint8Array | null; location: string | null };

const isSame = (there: Known, file: Uploaded | undefined, location: string | undefined) =>
  file
    ? there.sha256 !== null && Buffer.from(there.sha256).toString("hex") === file.sha256
    : there.location === location;

/** A signature that does not fit is found here, and not by each of a thousand stations. */
async function refuseWrongSignature(
  { firmware }: Desk,
  { storedAs }: Uploaded,
  { signature, certificate }: Pick<NewImage, "signature" | "certificate">,
): Promise<void> {
  if (signature === undefined || certificate === undefined) return;
  const check = checkSignature({ signature, certificate });
  for await (const piece of createReadStream(join(firmware.folder, basename(storedAs)))) check.update(piece);
  if (!check.fits())
    throw new Refused("The signature is not one of this file by this certificate; stations would refuse it.");
}
