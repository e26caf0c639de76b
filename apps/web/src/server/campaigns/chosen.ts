import { z } from "zod";
import { Conflict } from "../errors";
import { chosenSql, chosenStations } from "../stations/chosen";
import type { Lookup } from "../stations/field-sql";

/** Stations of a campaign that is thought about: picked in the list, all that match, or those that another one has reached. */
export const chosenForCampaign = z.union([chosenStations, z.object({ is: z.literal("reached"), campaign: z.int() })]);
export type ChosenForCampaign = z.output<typeof chosenForCampaign>;

/** They, as of now, in the order of their names. */
export async function stationsOf(lookup: Lookup, chosen: ChosenForCampaign): Promise<number[]> {
  if (chosen.is === "reached") {
    const { rows } = await lookup.pool.query<{ id: number }>(
      `SELECT s.id FROM campaign_target t JOIN station s ON s.id = t.station_id
       WHERE t.campaign_id = $1 AND t.began_at IS NOT NULL ORDER BY s.identity`,
      [chosen.campaign],
    );
    return rows.map(({ id }) => id);
  }
  const { condition, parameters } = await chosenSql(lookup, chosen);
  const { rows } = await lookup.pool.query<{ id: number }>(
    `SELECT s.id FROM station s WHERE ${condition} ORDER BY s.identity`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

/** They, if they are still as many as were shown to whoever says so; another number is another decision. */
export async function frozen(lookup: Lookup, chosen: ChosenForCampaign, expected: number): Promise<number[]> {
  const stations = await stationsOf(lookup, chosen);
  if (stations.length !== expected) {
    throw new Conflict(`Now ${stations.length} stations match, no longer ${expected}. Look at what will happen again.`);
  }
  return stations;
}

/** How they were chosen, for those who read it later. */
export const chosenBy = (chosen: ChosenForCampaign): string | undefined => {
  if (chosen.is === "all") return chosen.q;
  return chosen.is === "reached" ? `campaign ${chosen.campaign}` : undefined;
};
