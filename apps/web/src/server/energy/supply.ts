import { type KnownSupply, knownSupply, type ToldVariable } from "@chargehand/domain/charging/known-supply";
import { type StationClock, stationClock } from "@chargehand/domain/charging/station-clock";
import type { Measurement } from "@chargehand/domain/reading";
import { z } from "zod";
import type { Context } from "../context";

export const supplyOfStation = z.object({ station: z.int() });

/** What a station told of what limits are converted by: the current at each evse (0: its own connection), and its clock. */
export interface StationSupply {
  evses: ({ evse: number } & KnownSupply)[];
  clock?: StationClock;
}

/** What is known of a station's current and clock, by its variables and by what the running sessions measure. */
export async function supplyOf({ pool }: Pick<Context, "pool">, station: number): Promise<StationSupply> {
  const [{ rows: variables }, { rows: places }] = await Promise.all([
    pool.query<ToldVariable>(
      `SELECT component, evse, connector, name, instance, value FROM variable
       WHERE station_id = $1 AND attribute = 'actual'
         AND lower(name) IN ('supplyphases', 'connectorphaserotation', 'timezone', 'timeoffset')`,
      [station],
    ),
    pool.query<{ evse: number; rest: Measurement[] | null }>(
      `SELECT place.evse, last.rest
       FROM (SELECT DISTINCT evse FROM connector WHERE station_id = $1) place
       LEFT JOIN session ON session.station_id = $1 AND session.evse = place.evse AND session.status = 'open'
       LEFT JOIN LATERAL (
         SELECT rest FROM journal.sample
         WHERE session_id = session.id AND received_at > now() - interval '1 day' AND rest IS NOT NULL
         ORDER BY at DESC LIMIT 1
       ) last ON true
       ORDER BY place.evse`,
      [station],
    ),
  ]);
  const told = variables.map(withoutNulls);
  const evses = [...new Set([0, ...places.map(({ evse }) => evse)])];
  const value = (name: string) => told.find((each) => each.name.toLowerCase() === name && !each.instance)?.value;
  const clock = stationClock({ zone: value("timezone"), offset: value("timeoffset") });
  return {
    evses: evses.map((evse) => {
      const measured = places.filter((place) => place.evse === evse).flatMap(({ rest }) => rest ?? []);
      return { evse, ...knownSupply(evse, { variables: told, measured }) };
    }),
    ...(clock && { clock }),
  };
}

const withoutNulls = ({ component, evse, connector, name, instance, value }: ToldVariable): ToldVariable => ({
  component,
  evse: evse ?? undefined,
  connector: connector ?? undefined,
  name,
  instance: instance ?? undefined,
  value: value ?? undefined,
});
