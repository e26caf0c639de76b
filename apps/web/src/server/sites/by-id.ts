import type { Context } from "../context";
import { NotFound } from "../errors";
import { type Contact, contactsOf } from "./contact";
import { type Fares, ownFaresSql } from "./fares-sql";

/** Everything that is known of one place. */
export interface SiteDetail extends Fares {
  id: number;
  name: string;
  timeZone: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  contacts: Contact[];
  accessNotes: string | null;
  /** By the clock of the site; both or neither. */
  quietFrom: string | null;
  quietTo: string | null;
  tariff: { id: number; name: string } | null;
  powerW: number;
}

type SqlRow = Omit<SiteDetail, "contacts" | "tariff"> & {
  contacts: unknown;
  tariffId: number | null;
  tariffName: string | null;
};

/** One site, with how its stations fare now. */
export async function siteById({ pool }: Pick<Context, "pool">, id: number): Promise<SiteDetail> {
  const { rows } = await pool.query<SqlRow>(
    `SELECT site.id, site.name, site.time_zone AS "timeZone", site.address, site.latitude, site.longitude, site.contacts,
       site.access_notes AS "accessNotes", site.quiet_from AS "quietFrom", site.quiet_to AS "quietTo",
       tariff.id AS "tariffId", tariff.name AS "tariffName", fares.*
     FROM site LEFT JOIN tariff ON tariff.id = site.tariff_id, ${ownFaresSql} WHERE site.id = $1`,
    [id],
  );
  if (!rows[0]) throw new NotFound(`There is no site number ${id}.`);
  const { contacts, tariffId, tariffName, ...site } = rows[0];
  return {
    ...site,
    contacts: contactsOf(contacts),
    tariff: tariffId === null || tariffName === null ? null : { id: tariffId, name: tariffName },
  };
}
