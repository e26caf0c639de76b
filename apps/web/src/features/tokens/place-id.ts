import type { TokenPlace } from "@chargehand/domain/token-place";

/** A place as one word, for lists of choices. */
export const placeId = (place: TokenPlace): string =>
  "site" in place
    ? `site:${place.site}`
    : ["station", place.station, place.evse].filter((part) => part !== undefined).join(":");

/** The place that such a word means. */
export function placeOf(id: string): TokenPlace | undefined {
  const [kind, number, evse] = id.split(":");
  if (kind === "site") return { site: Number(number) };
  if (kind !== "station") return undefined;
  return { station: Number(number), ...(evse !== undefined && { evse: Number(evse) }) };
}
