import { z } from "zod";
import type { Controls } from "../../charger/controls";
import type { Answer } from "../../dialects/command";
import { instant } from "../../dialects/instant";

/** The order for a log, the same in 1.6's security extension and in 2.x. */
export const getLogRequest = z.object({
  logType: z.enum(["DiagnosticsLog", "SecurityLog", "DataCollectorLog"]),
  requestId: z.int(),
  retries: z.int().default(0),
  retryInterval: z.int().default(0),
  log: z.object({
    remoteLocation: z.string(),
    oldestTimestamp: instant.optional(),
    latestTimestamp: instant.optional(),
  }),
});

/** Sends the log, in the place of one that is on its way. */
export function getLog(
  { log, logType, requestId, retries, retryInterval }: z.infer<typeof getLogRequest>,
  { blocks }: Controls,
): Answer {
  const { cancelled, fileName } = blocks.logs.begin({
    kind: kinds[logType],
    location: log.remoteLocation,
    from: log.oldestTimestamp,
    to: log.latestTimestamp,
    requestId,
    retries,
    retryMs: retryInterval * 1000,
  });
  return { result: { status: cancelled ? "AcceptedCanceled" : "Accepted", filename: fileName } };
}

const kinds = { DiagnosticsLog: "diagnostics", SecurityLog: "security", DataCollectorLog: "data-collector" } as const;
