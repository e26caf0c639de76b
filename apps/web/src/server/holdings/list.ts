import type { Holding, HoldingKind } from "@chargehand/domain/holding";
import { z } from "zod";
import type { Context } from "../context";

const kinds = [
  "local-list",
  "reservation",
  "display-message",
  "tariff",
  "settlement",
  "work",
  "monitor",
  "alert",
  "stream",
  "charging-profile",
  "charging-limit",
  "reported-schedule",
  "car-needs",
  "car-schedule",
  "priority-charging",
  "energy-transfer",
  "grid-control",
  "grid-control-run",
  "grid-alarm",
  "battery",
  "battery-swap",
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
