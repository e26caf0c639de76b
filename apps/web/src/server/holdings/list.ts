import type { Holding, HoldingKind } from "@chargehand/domain/holding";
import { z } from "zod";
import { energyKinds } from "../../features/energy/energy-kinds";
import type { Context } from "../context";

/** Everything but what a station tells about a customer, which has a permission of its own. */
const kinds = [
  "local-list",
  "reservation",
  "display-message",
  "tariff",
  "settlement",
  "awaited-payment",
  "work",
  "monitor",
  "alert",
  "stream",
  "network-profile",
  ...energyKinds,
] as const satisfies readonly HoldingKind[];

export const holdingList = z.object({ station: z.int(), kinds: z.array(z.enum(kinds)).min(1) });

/** What a station holds, and since when we know it. */
export type HoldingRow = Holding & { at: Date };

/** What a station holds of some kinds, as far as it told us or was told. */
export async function listHoldings(
  { pool }: Pick<Context, "pool">,
  { station, kinds }: z.output<typeof holdingList>,
): Promise<HoldingRow[]> {
  const { rows } = await pool.query<HoldingRow>(
    "SELECT kind, key, value, at FROM holding WHERE station_id = $1 AND kind = ANY ($2) ORDER BY kind, at DESC, key",
    [station, kinds],
  );
  return rows;
}
