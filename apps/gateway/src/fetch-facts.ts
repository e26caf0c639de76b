import type { FactNeeded, Facts } from "@chargehand/domain/facts";
import type { House } from "./house";
import { FactsUnavailable, isRefusal } from "./when-not-written";

/** Fetches what a decision must know, telling apart a database that cannot be asked from a question it refuses. */
export async function fetchFacts(
  { facts }: Pick<House, "facts">,
  station: number,
  needed: readonly FactNeeded[],
): Promise<Facts> {
  try {
    return await facts.fetch(station, needed);
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw new FactsUnavailable("the database could not be asked", { cause: error });
  }
}
