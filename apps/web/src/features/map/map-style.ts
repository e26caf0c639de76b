import type { StyleSpecification } from "maplibre-gl";
import type { TokenColors } from "@/components/token-colors";
import type { PlacedSite } from "./placed";

/** Sites as points, with what marks are made of. */
export const pointsOf = (sites: readonly PlacedSite[]) => ({
  type: "FeatureCollection" as const,
  features: sites.map(({ id, name, latitude, longitude, stations, offline, faulted, charging }) => ({
    type: "Feature" as const,
    properties: { id, name, stations, offline, faulted, charging },
    geometry: { type: "Point" as const, coordinates: [longitude, latitude] },
  })),
});

const nothing = { type: "FeatureCollection" as const, features: [] };
const sumOf = (name: string) => ["+", ["get", name]];

/** A map of land, borders and sites, in the colours of the console. Nothing of it comes from elsewhere. */
export const styleOf = (colors: TokenColors): StyleSpecification => ({
  version: 8,
  // Another theme is there at once, as it is beside the map.
  transition: { duration: 0, delay: 0 },
  sources: {
    land: { type: "geojson", data: nothing, tolerance: 0.3 },
    sites: {
      type: "geojson",
      data: nothing,
      cluster: true,
      clusterRadius: 44,
      clusterMaxZoom: 15,
      // A place with many is the worst of them.
      clusterProperties: {
        stations: sumOf("stations"),
        offline: sumOf("offline"),
        faulted: sumOf("faulted"),
        charging: sumOf("charging"),
      },
    },
  },
  layers: [
    { id: "sea", type: "background", paint: { "background-color": colors.well } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": colors.canvas } },
    {
      id: "borders",
      type: "line",
      source: "land",
      paint: { "line-color": colors["line-strong"], "line-width": 0.7 },
    },
    // Drawn by nobody: it only says what would be, and the marks are drawn over it.
    { id: "sites", type: "circle", source: "sites", paint: { "circle-radius": 1, "circle-opacity": 0 } },
  ],
});
