import { NotFound } from "../errors";
import type { Transaction } from "../write";

/** A station that is about to be changed. */
export async function stationForChange(tx: Transaction, id: number) {
  // The row stays ours until the change commits, so that what the audit calls "before" is what was there.
  await tx.$queryRaw`SELECT id FROM station WHERE id = ${id} FOR UPDATE`;
  const station = await tx.station.findUnique({ where: { id } });
  if (!station) throw new NotFound(`There is no station number ${id}.`);
  return station;
}

/** A station can only stand where there is a site. */
export async function refuseUnknownSite(tx: Transaction, siteId: number | null | undefined): Promise<void> {
  if (siteId === undefined || siteId === null) return;
  if (!(await tx.site.findUnique({ where: { id: siteId } }))) throw new NotFound(`There is no site number ${siteId}.`);
}
