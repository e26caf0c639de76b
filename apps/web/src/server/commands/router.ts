import { z } from "zod";
import { procedure, router } from "../trpc";
import { commandById, commandList, listCommands } from "./list";
import { cancelCommand, commandOrder, sendCommand } from "./send";
import { sendAndWait, waitingOrder } from "./settled";
import { startForSupport, supportStart } from "./support-start";
import { wireOutcome } from "./wire-outcome";

const byId = z.object({ id: z.int() });

export const commands = router({
  list: procedure("commands.view")
    .input(commandList)
    .query(({ ctx, input }) => listCommands(ctx, input)),
  byId: procedure("commands.view")
    .input(byId)
    .query(({ ctx, input }) => commandById(ctx, input.id)),
  /** What it was on the wire. */
  wire: procedure("commands.view")
    .input(byId)
    .query(({ ctx, input }) => wireOutcome(ctx, input.id)),
  send: procedure("commands.send")
    .input(commandOrder)
    .mutation(async ({ ctx, input }) => {
      const { id } = await sendCommand(ctx, input);
      // As the lists show it, so that whoever gave it need not ask for it.
      return { id, given: await commandById(ctx, id) };
    }),
  startForSupport: procedure("commands.send")
    .input(supportStart)
    .mutation(({ ctx, input }) => startForSupport(ctx, input)),
  sendAndWait: procedure("commands.send")
    .input(waitingOrder)
    .mutation(({ ctx, input, signal = new AbortController().signal }) => sendAndWait(ctx, input, signal)),
  cancel: procedure("commands.send")
    .input(byId)
    .mutation(({ ctx, input }) => cancelCommand(ctx, input.id)),
});
