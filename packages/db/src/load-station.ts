import type { StationState } from "@chargehand/domain/station-state";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { Queryable } from "./pool";

/** The small state a gateway keeps of a connected station; undefined when the station is gone. */
export declare function loadStationState(
  client: Queryable,
  stationId: number,
  version: OcppVersion,
): Promise<StationState | undefined>;
