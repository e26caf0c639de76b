type Point = number[];
type Ring = Point[];

/**
 * A ring as it can be drawn flat. One that crosses the antimeridian goes on beyond 180°, where the map shows it on both
 * sides, instead of going back around the world; one around a pole is closed along that pole.
 */
export function flatRing(ring: Ring): Ring {
  const flat: Ring = [];
  for (const [longitude = 0, latitude = 0] of ring) {
    const before = flat.at(-1)?.[0] ?? longitude;
    flat.push([longitude - 360 * Math.round((longitude - before) / 360), latitude]);
  }
  const [first, last] = [flat[0], flat.at(-1)];
  if (!first || !last || Math.abs((first[0] ?? 0) - (last[0] ?? 0)) < 180) return flat;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...flat, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}

/** All rings of a polygon, or of several. */
export const flatRings = (polygon: Ring[]): Ring[] => polygon.map(flatRing);
