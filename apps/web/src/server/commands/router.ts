import { z } from "zod";
import { procedure, router } from "../trpc";
import { commandById, commandList, listCommands } from "./list";
import { cancelCommand, commandOrder, sendCommand } from "./send";

const byId = z.object({ id: z.int() });

export const commands = router({
  list: procedure("commands.view")
    .input(commandList)
    .query(({ ctx, input }) => listCommands(ctx, input)),
  byId: procedure("commands.view")
    .input(byId)
    .query(({ ctx, input }) => commandById(ctx, input.id)),
  send: procedure("commands.send")
    .input(commandOrder)
    .mutation(({ ctx, input }) => sendCommand(ctx, input)),
  cancel: procedure("commands.send")
    .input(byId)
    .mutation(({ ctx, input }) => cancelCommand(ctx, input.id)),
});
