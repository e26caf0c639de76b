import { z } from "zod";
import { sqlParameters } from "../sql";
import type { Lookup } from "./field-sql";
import { stationsWhere, writtenFilter } from "./filter";

/** Stations that somebody picked: one by one, or all that match a filter. */
export const chosenStations = z.discriminatedUnion("is", [
  z.object({ is: z.literal("some"), ids: z.array(z.string().max(255)).min(1).max(10_000) }),
  z.object({ is: z.literal("all"), q: writtenFilter }),
]);
export type ChosenStations = z.output<typeof chosenStations>;

/** A condition over station `s` for those that were chosen, with its parameters. */
export async function chosenSql(lookup: Lookup, chosen: ChosenStations) {
  const parameters = sqlParameters();
  const condition =
    chosen.is === "some"
      ? `s.identity = ANY(${parameters.add(chosen.ids)}::text[])`
      : (await stationsWhere(lookup, chosen.q, parameters)).without();
  return { condition, parameters };
}
