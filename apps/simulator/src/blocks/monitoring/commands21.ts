import { z } from "zod";
import type { Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";

/** Streams of periodic events (2.1): the station opens them, the CSMS looks and sets their pace. */
export const streamCommands21 = {
  GetPeriodicEventStream: define2(
    z.object({}),
    (_request, { blocks }) => {
      const { open } = blocks.monitoring.streams;
      return { result: open.length > 0 ? { constantStreamData: open } : {} };
    },
    "none",
  ),

  AdjustPeriodicEventStream: define2(
    z.object({
      id: z.int(),
      params: z.object({ interval: z.int().optional(), values: z.int().optional() }),
    }),
    ({ id, params }, { blocks }) =>
      blocks.monitoring.streams.adjust(id, params) ? accepted2() : rejected2("UnknownStream"),
  ),
} satisfies Record<string, Command>;
