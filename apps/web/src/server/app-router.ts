import { keys } from "./api-keys/router";
import { commands } from "./commands/router";
import { expert } from "./expert/router";
import { holdings } from "./holdings/router";
import { live } from "./live/router";
import { messages } from "./messages/router";
import { now } from "./now/router";
import { sessions } from "./sessions/router";
import { sites } from "./sites/router";
import { stations } from "./stations/router";
import { tokens } from "./tokens/router";
import { createCaller, router } from "./trpc";
import { variables } from "./variables/router";
import { webhooks } from "./webhooks/router";

/** Everything the console can ask and say, by noun. */
export const appRouter = router({
  commands,
  keys,
  expert,
  holdings,
  live,
  messages,
  now,
  sessions,
  sites,
  stations,
  tokens,
  variables,
  webhooks,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without a network, with the same checks. */
export const callerOf = createCaller(appRouter);
