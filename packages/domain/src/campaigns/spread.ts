/** How large a stage is: so many stations, a share of all (0 to 1), or whatever the stages before it left. */
export type StageSize = { stations: number } | { share: number } | "rest";

/** A station as stages are made of. */
export interface Placeable {
  station: number;
  /** Its site, where that is so small that no stage but the last may hold two of its stations. */
  sparedSite?: number;
}

/**
 * Deals stations out to stages, in their order: result[n] is the number of the stage of the n-th, from 1. The last stage
 * takes what the others could not.
 */
export function spread(stations: readonly Placeable[], sizes: readonly StageSize[]): number[] {
  const stages = sizes.map((size) => ({ room: roomOf(size, stations.length), sites: new Set<number>() }));
  return stations.map(({ sparedSite }) => {
    const found = stages.findIndex(
      ({ room, sites }) => room > 0 && (sparedSite === undefined || !sites.has(sparedSite)),
    );
    const index = found === -1 ? stages.length - 1 : found;
    const stage = stages[index];
    if (stage) {
      stage.room -= 1;
      if (sparedSite !== undefined) stage.sites.add(sparedSite);
    }
    return index + 1;
  });
}

function roomOf(size: StageSize, total: number): number {
  if (size === "rest") return Number.POSITIVE_INFINITY;
  return "stations" in size ? size.stations : Math.ceil(size.share * total);
}
