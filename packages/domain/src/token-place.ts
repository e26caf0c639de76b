/** Somewhere a token may charge: a site with all its stations, or a station, or one evse of it. */
export type TokenPlace = { site: number } | { station: number; evse?: number };

/** Where a token is presented. Without an evse, anywhere at the station. */
export interface Whereabouts {
  station: number;
  site?: number;
  evse?: number;
}

/** Whether a token may charge there; one without places may anywhere, one with an empty list nowhere. */
export const isAllowedAt = (places: readonly TokenPlace[] | undefined, { station, site, evse }: Whereabouts): boolean =>
  places === undefined ||
  places.some((place) =>
    "site" in place
      ? place.site === site
      : place.station === station && (place.evse === undefined || evse === undefined || place.evse === evse),
  );

/** The evses a token is kept to at a station; undefined where it may use all of them. */
export function evsesFor(places: readonly TokenPlace[] | undefined, at: Whereabouts): number[] | undefined {
  if (!places) return undefined;
  const here = places.filter((place) => isAllowedAt([place], { ...at, evse: undefined }));
  const evses = here.flatMap((place) => ("station" in place && place.evse !== undefined ? [place.evse] : []));
  // One place without an evse is the whole station.
  return here.length > 0 && evses.length === here.length ? [...new Set(evses)].sort((a, b) => a - b) : undefined;
}
