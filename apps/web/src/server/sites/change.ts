import type { Site } from "@chargehand/db/generated/client";
import { z } from "zod";
import { Conflict, NotFound } from "../errors";
import { json, type Transaction, type Writer, write } from "../write";
import { contact } from "./contact";

const timeZone = z.string().refine((zone) => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    // A zone that nobody knows is the only way this fails.
    return false;
  }
}, "This is no time zone; write it like Europe/Berlin.");

const name = z.string().trim().min(1, "A site needs a name.").max(200);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((said) => said || null);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time of day like 22:00.");

/** What else is known of a place; what is left out stays as it is. */
const particulars = z
  .object({
    address: text(500),
    position: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullable(),
    contacts: z.array(contact).max(20),
    accessNotes: text(4_000),
    quiet: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
  })
  .partial();

export const siteCreation = particulars.extend({ name, timeZone: timeZone.default("UTC") });
export const siteChange = particulars.extend({ id: z.int(), name: name.optional(), timeZone: timeZone.optional() });

/** A new place where stations stand. */
export const createSite = (context: Writer, { name, timeZone, ...said }: z.output<typeof siteCreation>) =>
  write(context, async (tx, tell) => {
    await refuseTakenName(tx, name);
    const data = { name, timeZone, ...columnsOf(said) };
    const { id } = await tx.site.create({ data });
    tell.audit({ action: "site.create", subject: `site:${id}`, after: data });
    tell.event({ event: { type: "site.changed", site: id, what: "added" } });
    return { id, name };
  });

/** Changes what is known of a site: only what is said, and only what is another is told. */
export const changeSite = (context: Writer, { id, name, timeZone, ...said }: z.output<typeof siteChange>) =>
  write(context, async (tx, tell) => {
    // The row stays ours until the change commits, so that what the audit calls "before" is what was there.
    await tx.$queryRaw`SELECT id FROM site WHERE id = ${id} FOR UPDATE`;
    const before = await tx.site.findUnique({ where: { id } });
    if (!before) throw new NotFound(`There is no site number ${id}.`);
    if (name !== undefined && name !== before.name) await refuseTakenName(tx, name);
    const wanted = { ...(name && { name }), ...(timeZone && { timeZone }), ...columnsOf(said) };
    const after = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => !isSame(before, field, value)));
    const was = Object.fromEntries(Object.entries(before).filter(([field]) => field in after));
    await tx.site.update({ where: { id }, data: wanted });
    tell.audit({ action: "site.change", subject: `site:${id}`, before: was, after });
    tell.event({ event: { type: "site.changed", site: id, what: "changed" } });
    // What they hold of their site is read anew.
    const stations = await tx.station.findMany({ where: { siteId: id, connected: true }, select: { id: true } });
    for (const station of stations) tell.station(station.id);
  });

function columnsOf({ address, position, contacts, accessNotes, quiet }: z.output<typeof particulars>) {
  return {
    ...(address !== undefined && { address }),
    ...(position !== undefined && {
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
    }),
    ...(contacts && { contacts }),
    ...(accessNotes !== undefined && { accessNotes }),
    ...(quiet !== undefined && { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
  };
}

const isSame = (before: Site, field: string, value: unknown) =>
  JSON.stringify(json({ value: Object.entries(before).find(([name]) => name === field)?.[1] })) ===
  JSON.stringify(json({ value }));

async function refuseTakenName(tx: Transaction, name: string) {
  if (await tx.site.findUnique({ where: { name } })) throw new Conflict(`There is a site called ${name} already.`);
}
