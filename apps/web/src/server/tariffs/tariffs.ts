import { loadTariff, type TariffRow, toTariff } from "@chargehand/db/load-tariff";
import type { Tariff } from "@chargehand/domain/tariffs/tariff";
import { price } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { Context } from "../context";
import { Conflict, NotFound } from "../errors";
import { type Transaction, type Writer, write } from "../write";
import { stationsWithoutOwn } from "./assign";

const decimal = z
  .string()
  .trim()
  .regex(price, "A price is a decimal number with at most six digits after the point.")
  .optional();

export const tariffFields = z.object({
  name: z.string().trim().min(1, "A tariff needs a name.").max(100),
  currency: z
    .string()
    .trim()
    .regex(/^[A-Z]{3}$/, "A currency is three capital letters, like EUR."),
  perKwh: decimal,
  perMinute: decimal,
  perSession: decimal,
  text: z.string().trim().max(500).optional(),
  language: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})?$/, "A language is a code like en or de-AT.")
    .optional(),
});
type Fields = z.output<typeof tariffFields>;

/** A tariff, and where it counts. */
export interface TariffInForce extends Tariff {
  /** Wherever neither a station nor its site has another. */
  forAll: boolean;
  /** How many sites and stations it was given to. */
  sites: number;
  stations: number;
  /** At how many stations it counts, by all of that. */
  countsAt: number;
}

/** All tariffs by name, and where each counts. */
export async function listTariffs({ pool }: Pick<Context, "pool">): Promise<TariffInForce[]> {
  const { rows } = await pool.query<TariffRow & TariffInForce & { for_all: boolean }>(
    `WITH counting AS (
       SELECT coalesce(s.tariff_id, site.tariff_id, (SELECT id FROM tariff WHERE for_all)) AS id, count(*)::int AS stations
       FROM station s LEFT JOIN site ON site.id = s.site_id WHERE s.approval = 'approved' GROUP BY 1
     )
     SELECT t.*, (SELECT count(*)::int FROM site WHERE tariff_id = t.id) AS sites,
       (SELECT count(*)::int FROM station WHERE tariff_id = t.id) AS stations,
       coalesce(counting.stations, 0) AS "countsAt"
     FROM tariff t LEFT JOIN counting ON counting.id = t.id ORDER BY t.name`,
  );
  return rows.map(({ sites, stations, countsAt, for_all: forAll, ...row }) => ({
    ...toTariff(row),
    ...{ sites, stations, countsAt, forAll },
  }));
}

/** The sites and stations that a tariff was given to, by name; no more than anybody reads. */
export async function placesOfTariff({ prisma }: Pick<Context, "prisma">, tariffId: number) {
  const [sites, stations] = await Promise.all([
    prisma.site.findMany({ where: { tariffId }, select: { id: true, name: true }, orderBy: { name: "asc" }, take }),
    prisma.station.findMany({
      where: { tariffId },
      select: { id: true, identity: true },
      orderBy: { identity: "asc" },
      take,
    }),
  ]);
  return [
    ...sites.map(({ id, name }) => ({ to: { site: id }, name })),
    ...stations.map(({ id, identity }) => ({ to: { station: id }, name: identity })),
  ];
}

const take = 200;

/** What counts at a station, and whether it is its own, its site's, or that for all. */
export async function stationTariff({ pool }: Pick<Context, "pool">, station: number) {
  const [tariff, { rows }] = await Promise.all([
    loadTariff(pool, station),
    pool.query<{ own: boolean; site: string | null }>(
      `SELECT s.tariff_id IS NOT NULL AS own, CASE WHEN site.tariff_id IS NOT NULL THEN site.name END AS site
       FROM station s LEFT JOIN site ON site.id = s.site_id WHERE s.id = $1`,
      [station],
    ),
  ]);
  return { tariff: tariff ?? null, isOwn: rows[0]?.own ?? false, site: rows[0]?.site ?? null };
}

/** Makes a tariff. It counts nowhere before it is given to a station, a site, or all. */
export const newTariff = (context: Writer, fields: Fields): Promise<{ id: number }> =>
  write(context, async (tx, tell) => {
    await refuseTakenName(tx, fields.name);
    const { id } = await tx.tariff.create({ data: columns(fields) });
    tell.audit({ action: "tariff.add", subject: `tariff:${id}`, after: columns(fields) });
    return { id };
  });

/** Changes a tariff for what begins from now on: a session keeps what it began with. */
export const changeTariff = (context: Writer, { id, ...fields }: Fields & { id: number }): Promise<void> =>
  write(context, async (tx, tell) => {
    const before = await tx.tariff.findUnique({ where: { id } });
    if (!before) throw new NotFound("This tariff has been removed already.");
    await refuseTakenName(tx, fields.name, id);
    await tx.tariff.update({ where: { id }, data: { ...columns(fields), version: { increment: 1 } } });
    const { createdAt: _, ...was } = before;
    tell.audit({ action: "tariff.change", subject: `tariff:${id}`, before: was, after: columns(fields) });
    for (const station of await stationsWith(tx, id)) tell.station(station);
  });

/** Takes a tariff away; where it counted, charging has no price from now on. */
export const removeTariff = (context: Writer, id: number): Promise<void> =>
  write(context, async (tx, tell) => {
    const concerned = await stationsWith(tx, id);
    const { count } = await tx.tariff.deleteMany({ where: { id } });
    if (count === 0) throw new NotFound("This tariff has been removed already.");
    tell.audit({ action: "tariff.remove", subject: `tariff:${id}` });
    for (const station of concerned) tell.station(station);
  });

async function refuseTakenName(tx: Transaction, name: string, except?: number) {
  const other = await tx.tariff.findUnique({ where: { name } });
  if (other && other.id !== except) throw new Conflict(`There is a tariff ${name} already.`);
}

/** Connected stations at which a tariff counts: their gateways have it in hand. */
async function stationsWith(tx: Transaction, tariffId: number): Promise<number[]> {
  const stations = await tx.station.findMany({
    where: { connected: true, OR: [{ tariffId }, { tariffId: null, site: { tariffId } }] },
    select: { id: true },
  });
  const { forAll } = (await tx.tariff.findUnique({ where: { id: tariffId } })) ?? {};
  return [...stations.map(({ id }) => id), ...(forAll ? await stationsWithoutOwn(tx) : [])];
}

const columns = ({ name, currency, perKwh, perMinute, perSession, text, language }: Fields) => ({
  name,
  currency,
  perKwh: perKwh || null,
  perMinute: perMinute || null,
  perSession: perSession || null,
  text: text || null,
  language: language || null,
});
