/** How the list of stations can be shown. */
export const stationLooks = ["table", "tiles", "map"] as const;
export type StationLook = (typeof stationLooks)[number];
