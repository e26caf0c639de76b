import { keys } from "./api-keys/router";
import { campaigns } from "./campaigns/router";
import { changes } from "./changes/router";
import { commands } from "./commands/router";
import { configuration } from "./configuration/router";
import { customers } from "./customers/router";
import { demo } from "./demo/router";
import { energy } from "./energy/router";
import { expert } from "./expert/router";
import { files } from "./files/router";
import { firmware } from "./firmware/router";
import { holdings } from "./holdings/router";
import { issues } from "./issues/router";
import { live } from "./live/router";
import { lists } from "./local-lists/router";
import { messages } from "./messages/router";
import { network } from "./network/router";
import { now } from "./now/router";
import { reports } from "./reports/router";
import { search } from "./search/router";
import { securityEvents } from "./security-events/router";
import { sessions } from "./sessions/router";
import { shift } from "./shift/router";
import { sites } from "./sites/router";
import { stations } from "./stations/router";
import { tariffs } from "./tariffs/router";
import { tokens } from "./tokens/router";
import { createCaller, router } from "./trpc";
import { variables } from "./variables/router";
import { vendors } from "./vendors/router";
import { views } from "./views/router";
import { webhooks } from "./webhooks/router";

/** Everything the console can ask and say, by noun. */
export const appRouter = router({
  campaigns,
  changes,
  commands,
  configuration,
  keys,
  expert,
  customers,
  demo,
  energy,
  files,
  firmware,
  holdings,
  issues,
  lists,
  live,
  messages,
  network,
  now,
  reports,
  search,
  securityEvents,
  sessions,
  shift,
  sites,
  stations,
  tariffs,
  tokens,
  variables,
  vendors,
  views,
  webhooks,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without a network, with the same checks. */
export const callerOf = createCaller(appRouter);
