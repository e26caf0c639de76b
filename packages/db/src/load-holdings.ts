import type { FactNeeded } from "@chargehand/domain/facts";
import type { Holding } from "@chargehand/domain/holding";
import type { Queryable } from "./pool";

/** What a station holds of some kinds, or, of those, what has certain keys. */
export async function loadHoldings(
  client: Queryable,
  station: number,
  { kinds, keys }: Extract<FactNeeded, { fact: "held" }>,
): Promise<Holding[]> {
  const { rows } = await client.query<Holding>(
    `SELECT kind, key, value FROM holding
     WHERE station_id = $1 AND kind = ANY ($2) AND ($3::text[] IS NULL OR key = ANY ($3))`,
    [station, kinds, keys ?? null],
  );
  return rows;
}
