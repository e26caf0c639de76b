import type { Route } from "./route";
import { commands } from "./routes/commands";
import { frames } from "./routes/frames";
import { sessions } from "./routes/sessions";
import { sites } from "./routes/sites";
import { stationChanges } from "./routes/station-changes";
import { stationCommands } from "./routes/station-commands";
import { stations } from "./routes/stations";
import { tokens } from "./routes/tokens";
import { variables } from "./routes/variables";

/** Everything that other programs can ask for, in the order of the document. */
export const routes: readonly Route[] = [
  ...stations,
  ...stationChanges,
  ...stationCommands,
  ...commands,
  ...variables,
  ...sessions,
  ...frames,
  ...tokens,
  ...sites,
];
