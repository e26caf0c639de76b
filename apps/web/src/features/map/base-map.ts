import { feature } from "topojson-client";
import { flatRings } from "./rings";

type Topology = Parameters<typeof feature>[0];

/** The countries of the world, as the map draws them: packaged with the console, asked of nobody. */
export async function countries() {
  // A file and no script: three quarters of a megabyte that the browser need not compile.
  const file = await fetch(new URL("world-atlas/countries-50m.json", import.meta.url));
  const topology: Topology = await file.json();
  const all = topology.objects.countries;
  const read = all && feature(topology, all);
  const features = read && "features" in read ? read.features : [];
  return {
    type: "FeatureCollection" as const,
    features: features.flatMap(({ geometry }) => {
      if (geometry.type === "Polygon") return [polygons([geometry.coordinates])];
      return geometry.type === "MultiPolygon" ? [polygons(geometry.coordinates)] : [];
    }),
  };
}

const polygons = (coordinates: number[][][][]) => ({
  type: "Feature" as const,
  properties: {},
  geometry: { type: "MultiPolygon" as const, coordinates: coordinates.map(flatRings) },
});
