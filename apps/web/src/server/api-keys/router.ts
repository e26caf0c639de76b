import { z } from "zod";
import { procedure, router } from "../trpc";
import { createKey, keyCreation, keyList, listKeys, revokeKey } from "./keys";

export const keys = router({
  list: procedure("apikeys.view")
    .input(keyList)
    .query(({ ctx, input }) => listKeys(ctx, input)),
  create: procedure("apikeys.write")
    .input(keyCreation)
    .mutation(({ ctx, input }) => createKey(ctx, input)),
  revoke: procedure("apikeys.write")
    .input(z.object({ id: z.int() }))
    .mutation(({ ctx, input }) => revokeKey(ctx, input.id)),
});
