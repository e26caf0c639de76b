import { type Tariff, tariffCode } from "@chargehand/domain/tariffs/tariff";
import type { Queryable } from "./pool";

/** What charging costs at a station now: by its own tariff, else by that of its site, else by the one for all. */
export async function loadTariff(client: Queryable, station: number): Promise<Tariff | undefined> {
  const { rows } = await client.query<TariffRow>(
    `SELECT t.* FROM station s LEFT JOIN site ON site.id = s.site_id
     JOIN tariff t ON t.id = coalesce(s.tariff_id, site.tariff_id, (SELECT id FROM tariff WHERE for_all)) WHERE s.id = $1`,
    [station],
  );
  return rows[0] && toTariff(rows[0]);
}

/** A row of the table of tariffs. */
export interface TariffRow {
  id: number;
  version: number;
  name: string;
  currency: string;
  per_kwh: string | null;
  per_minute: string | null;
  per_session: string | null;
  text: string | null;
  language: string | null;
}

export const toTariff = (row: TariffRow): Tariff => ({
  id: row.id,
  version: row.version,
  code: tariffCode(row),
  name: row.name,
  currency: row.currency,
  perKwh: row.per_kwh ?? undefined,
  perMinute: row.per_minute ?? undefined,
  perSession: row.per_session ?? undefined,
  text: row.text ?? undefined,
  language: row.language ?? undefined,
});
