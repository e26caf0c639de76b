import type { Route } from "./route";
import { apiKeys } from "./routes/api-keys";
import { commands } from "./routes/commands";
import { deliveries } from "./routes/deliveries";
import { events } from "./routes/events";
import { frames } from "./routes/frames";
import { sessions } from "./routes/sessions";
import { sites } from "./routes/sites";
import { stationChanges } from "./routes/station-changes";
import { stationCommands } from "./routes/station-commands";
import { stations } from "./routes/stations";
import { tokens } from "./routes/tokens";
import { variables } from "./routes/variables";
import { webhooks } from "./routes/webhooks";

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
  ...events,
  ...webhooks,
  ...deliveries,
  ...apiKeys,
];
