import type { Command } from "../../dialects/command";
import { define2 } from "../../dialects/ocpp2/define";
import { getLog, getLogRequest } from "./get-log";

/** Logs in 2.x. */
export const logCommands2 = { GetLog: define2(getLogRequest, getLog) } satisfies Record<string, Command>;
