import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { define16, rejected16 } from "../../dialects/ocpp16/define";
import { getLog, getLogRequest } from "./get-log";

/** Logs in 1.6: diagnostics of old, and the security extension's log. */
export const logCommands16 = {
  GetDiagnostics: define16(
    z.object({
      location: z.string(),
      retries: z.int().default(0),
      retryInterval: z.int().default(0),
      startTime: instant.optional(),
      stopTime: instant.optional(),
    }),
    {},
    ({ location, retries, retryInterval, startTime, stopTime }, { blocks }) => {
      const { fileName } = blocks.logs.begin({
        kind: "diagnostics",
        location,
        from: startTime,
        to: stopTime,
        requestId: undefined,
        retries,
        retryMs: retryInterval * 1000,
      });
      return { result: { fileName } };
    },
  ),

  GetLog: define16(getLogRequest, rejected16, getLog),
} satisfies Record<string, Command>;
