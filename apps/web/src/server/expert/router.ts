import { versions } from "@chargehand/ocpp/version";
import { z } from "zod";
import { procedure, router } from "../trpc";
import { callOf, listCalls } from "./calls";
import { checkCall } from "./check";
import { followCommand, followedCommand } from "./followed";
import { listPast, pastCalls } from "./past";
import { listSaved, removeCall, renameCall, renaming, saveCall, savedCall } from "./saved";

const ofStation = z.object({ station: z.int() });
const ofAction = ofStation.extend({ action: z.string().min(1).max(50) });
const byId = z.object({ id: z.int() });

/** The expert's bench: any call of a station's version, and what came of it. Sending is `commands.send`, as for every command. */
export const expert = router({
  calls: procedure("commands.view")
    .input(ofStation)
    .query(({ ctx, input }) => listCalls(ctx, input.station)),
  action: procedure("commands.view")
    .input(ofAction)
    .query(({ ctx, input }) => callOf(ctx, input)),
  // It changes nothing, but what is checked may be larger than an address, so it travels as a change does.
  check: procedure("commands.expert")
    .input(ofAction.extend({ payload: z.looseObject({}) }))
    .mutation(({ ctx, input }) => checkCall(ctx, input)),
  past: procedure("commands.view")
    .input(pastCalls)
    .query(({ ctx, input }) => listPast(ctx, input)),
  followed: procedure("messages.view")
    .input(followedCommand)
    .query(({ ctx, input }) => followCommand(ctx, input)),
  saved: procedure("commands.view")
    .input(z.object({ version: z.enum(versions) }))
    .query(({ ctx, input }) => listSaved(ctx, input.version)),
  save: procedure("commands.expert")
    .input(savedCall)
    .mutation(({ ctx, input }) => saveCall(ctx, input)),
  rename: procedure("commands.expert")
    .input(renaming)
    .mutation(({ ctx, input }) => renameCall(ctx, input)),
  remove: procedure("commands.expert")
    .input(byId)
    .mutation(({ ctx, input }) => removeCall(ctx, input.id)),
});
