import { z } from "zod";
import { NotFound } from "../errors";
import { type Transaction, type Writer, write } from "../write";

export const assignment = z.object({
  to: z.union([z.object({ station: z.int() }), z.object({ site: z.int() }), z.object({ all: z.literal(true) })]),
  /** Null: at a station that of its site, at a site that for all, for all none. */
  tariff: z.int().nullable(),
});

/** Gives a tariff to a site, to one station instead of its site's, or to all that have none. It counts for what begins from now on. */
export const assignTariff = (context: Writer, { to, tariff }: z.output<typeof assignment>): Promise<void> =>
  write(context, async (tx, tell) => {
    if (tariff !== null && !(await tx.tariff.findUnique({ where: { id: tariff } }))) {
      throw new NotFound("This tariff has been removed already.");
    }
    if ("station" in to) {
      const before = await tx.station.findUnique({ where: { id: to.station } });
      if (!before) throw new NotFound(`There is no station number ${to.station}.`);
      await tx.station.update({ where: { id: to.station }, data: { tariffId: tariff } });
      const subject = `station:${to.station}`;
      tell.audit({ action: "tariff.assign", subject, before: { tariff: before.tariffId }, after: { tariff } });
      tell.station(to.station);
      return;
    }
    if ("all" in to) {
      const before = await tx.tariff.findFirst({ where: { forAll: true } });
      await tx.tariff.updateMany({ where: { forAll: true }, data: { forAll: false } });
      if (tariff !== null) await tx.tariff.update({ where: { id: tariff }, data: { forAll: true } });
      tell.audit({
        action: "tariff.assign",
        subject: "network:all",
        before: { tariff: before?.id ?? null },
        after: { tariff },
      });
      for (const id of await stationsWithoutOwn(tx)) tell.station(id);
      return;
    }
    const before = await tx.site.findUnique({ where: { id: to.site } });
    if (!before) throw new NotFound(`There is no site number ${to.site}.`);
    await tx.site.update({ where: { id: to.site }, data: { tariffId: tariff } });
    const subject = `site:${to.site}`;
    tell.audit({ action: "tariff.assign", subject, before: { tariff: before.tariffId }, after: { tariff } });
    const stations = await tx.station.findMany({
      where: { siteId: to.site, tariffId: null, connected: true },
      select: { id: true },
    });
    for (const { id } of stations) tell.station(id);
    tell.event({ event: { type: "site.changed", site: to.site, what: "changed" } });
  });

/** Connected stations at which the tariff for all counts. */
export async function stationsWithoutOwn(tx: Transaction): Promise<number[]> {
  const stations = await tx.station.findMany({
    where: { connected: true, tariffId: null, OR: [{ siteId: null }, { site: { tariffId: null } }] },
    select: { id: true },
  });
  return stations.map(({ id }) => id);
}
