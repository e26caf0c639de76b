import { z } from "zod";
import { variableWrites } from "../commands/schema";
import { commandOrder, sendCommand } from "../commands/send";
import { procedure, router } from "../trpc";
import { listVariables } from "./list";

const byStation = z.object({ station: z.int() });

export const variables = router({
  list: procedure("variables.view")
    .input(byStation)
    .query(({ ctx, input }) => listVariables(ctx, input.station)),
  /** Asks the station for everything it has. */
  refresh: procedure("commands.send")
    .input(byStation)
    .mutation(({ ctx, input: { station } }) =>
      sendCommand(ctx, commandOrder.parse({ station, command: { type: "read-variables" }, ifOffline: "refuse" })),
    ),
  write: procedure("commands.send")
    .input(byStation.extend({ writes: variableWrites, ifOffline: commandOrder.shape.ifOffline }))
    .mutation(({ ctx, input: { station, writes, ifOffline } }) =>
      sendCommand(ctx, commandOrder.parse({ station, command: { type: "write-variables", writes }, ifOffline })),
    ),
});
