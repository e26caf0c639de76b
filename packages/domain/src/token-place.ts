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

/** A connector and its type, in the station's own word. */
export interface TypedConnector {
  evse: number;
  type: string;
}

/** Whether a token may use what there is to plug in; a station that never told its types is believed to fit. */
export function fitsType(
  types: readonly string[] | undefined,
  { evse, connectors = [] }: Pick<Whereabouts, "evse"> & { connectors?: readonly TypedConnector[] },
): boolean {
  const there = connectors.filter((connector) => evse === undefined || connector.evse === evse);
  if (!types || there.length === 0) return true;
  const wanted = new Set(types.map((type) => type.toLowerCase()));
  return there.some(({ type }) => wanted.has(type.toLowerCase()));
}

/** The evses a token is kept to at a station; undefined where it may use all of them. */
export function evsesFor(
  { places, connectorTypes }: { places?: readonly TokenPlace[]; connectorTypes?: readonly string[] },
  at: Whereabouts & { connectors?: readonly TypedConnector[] },
): number[] | undefined {
  const placed = evsesOf(places, at);
  const typed = connectorTypes && [...new Set(at.connectors?.map(({ evse }) => evse))];
  if (!typed || typed.length === 0) return placed;
  const fitting = typed.filter((evse) => fitsType(connectorTypes, { ...at, evse }));
  if (fitting.length === typed.length) return placed;
  return fitting.filter((evse) => placed?.includes(evse) ?? true).sort((a, b) => a - b);
}

function evsesOf(places: readonly TokenPlace[] | undefined, at: Whereabouts): number[] | undefined {
  if (!places) return undefined;
  const here = places.filter((place) => isAllowedAt([place], { ...at, evse: undefined }));
  const evses = here.flatMap((place) => ("station" in place && place.evse !== undefined ? [place.evse] : []));
  // One place without an evse is the whole station.
  return here.length > 0 && evses.length === here.length ? [...new Set(evses)].sort((a, b) => a - b) : undefined;
}
