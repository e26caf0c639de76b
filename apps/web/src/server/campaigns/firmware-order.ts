import type { Queryable } from "@chargehand/db/pool";
import type { FirmwareWork } from "@chargehand/domain/campaigns/campaign";
import { z } from "zod";
import { firmwareAddress } from "../commands/schema-maintenance";
import { NotFound, Refused } from "../errors";

const moment = z.iso.datetime({ offset: true });
const name = z.string().trim().min(1).max(50);

/** New firmware for many stations, as an operator asks for it: an image of the library, or what lies elsewhere. */
export const firmwareOrder = z
  .object({
    kind: z.literal("firmware"),
    image: z.int().optional(),
    /** Of an image's signature the stations are told nothing: older ones know only the plain update. */
    unsigned: z.boolean().default(false),
    location: firmwareAddress.optional(),
    version: name.optional(),
    vendor: name.optional(),
    model: name.optional(),
    signature: z.string().trim().min(1).max(800).optional(),
    certificate: z.string().trim().min(1).max(5_500).optional(),
    retrieveAt: moment.optional(),
    installAt: moment.optional(),
    retries: z.int().min(0).max(100).optional(),
    retrySeconds: z.int().min(0).max(86_400).optional(),
    patienceSeconds: z
      .int()
      .min(60)
      .max(7 * 86_400)
      .default(2 * 3_600),
    sessionWithinSeconds: z
      .int()
      .min(60)
      .max(30 * 86_400)
      .optional(),
  })
  .refine(
    ({ location, image, version }) =>
      image === undefined ? location !== undefined && version !== undefined : location === undefined,
    "Say which firmware: an image of the library; or an address, and the version that stations say they run then.",
  )
  .refine(
    ({ signature, certificate }) => (signature === undefined) === (certificate === undefined),
    "A signature needs the certificate that it is checked with, and the other way round.",
  )
  .refine(
    ({ retrieveAt, installAt }) => !retrieveAt || !installAt || Date.parse(retrieveAt) <= Date.parse(installAt),
    "It would be installed before it is there.",
  );

/** What is to be done, with what the library knows of the image: whom it is for, and what it says of itself then. */
export async function completed(
  db: Queryable,
  { unsigned, image, version, ...asked }: z.output<typeof firmwareOrder>,
): Promise<FirmwareWork> {
  if (image === undefined) {
    if (version === undefined) throw new Refused("Say what version it is.");
    return { ...asked, version, signed: asked.signature !== undefined };
  }
  const { rows } = await db.query<{ vendor: string; model: string; version: string; signed: boolean }>(
    "SELECT vendor, model, version, signature IS NOT NULL AS signed FROM firmware_image WHERE id = $1",
    [image],
  );
  const [known] = rows;
  if (!known) throw new NotFound(`There is no firmware number ${image} in the library.`);
  return { ...asked, ...known, image, signed: known.signed && !unsigned };
}
