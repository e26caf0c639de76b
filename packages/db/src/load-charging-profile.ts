import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import type { Queryable } from "./pool";

/** A charging profile that a station holds, by its number. */
export async function loadChargingProfile(
  client: Queryable,
  stationId: number,
  id: number,
): Promise<ChargingProfile | undefined> {
  const { rows } = await client.query<{ value: ChargingProfile }>(
    "SELECT value FROM holding WHERE station_id = $1 AND kind = 'charging-profile' AND key = $2",
    [stationId, String(id)],
  );
  return rows[0]?.value;
}
