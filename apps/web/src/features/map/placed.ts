import type { SiteOnMap } from "@/server/sites/on-map";

/** A site that somebody said the position of. */
export type PlacedSite = SiteOnMap & { latitude: number; longitude: number };

export const isPlaced = (site: SiteOnMap): site is PlacedSite => site.latitude !== null && site.longitude !== null;
