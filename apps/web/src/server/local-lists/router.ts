import { z } from "zod";
import { procedure, router } from "../trpc";
import { allLists, listWish, removeList, saveList } from "./lists";
import { sendList, sendListToAll } from "./send";
import { stationList } from "./station-list";

const byId = z.object({ id: z.int() });
const ofStation = z.object({ station: z.int() });

/** What stations are to know of tokens when they cannot ask. */
export const lists = router({
  all: procedure("tokens.view").query(({ ctx }) => allLists(ctx)),
  save: procedure("tokens.write")
    .input(listWish)
    .mutation(({ ctx, input }) => saveList(ctx, input)),
  remove: procedure("tokens.write")
    .input(byId)
    .mutation(({ ctx, input }) => removeList(ctx, input.id)),
  ofStation: procedure("tokens.view")
    .input(ofStation)
    .query(({ ctx, input }) => stationList(ctx, input.station)),
  send: procedure("commands.send")
    .input(ofStation)
    .mutation(({ ctx, input }) => sendList(ctx, input.station)),
  sendToAll: procedure("commands.send")
    .input(byId)
    .mutation(({ ctx, input }) => sendListToAll(ctx, input.id)),
});
