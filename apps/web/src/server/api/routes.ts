import type { Route } from "./route";
import { stationChanges } from "./routes/station-changes";
import { stations } from "./routes/stations";

/** Everything that other programs can ask for, in the order of the document. */
export const routes: readonly Route[] = [...stations, ...stationChanges];
