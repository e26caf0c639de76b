import { z } from "zod";
import { procedure, router } from "../trpc";
import { addToken, listTokens, removeToken, setTokenStatus, tokenAddition, tokenList } from "./tokens";

const byId = z.object({ id: z.int() });

export const tokens = router({
  list: procedure("tokens.view")
    .input(tokenList)
    .query(({ ctx, input }) => listTokens(ctx, input)),
  add: procedure("tokens.write")
    .input(tokenAddition)
    .mutation(({ ctx, input }) => addToken(ctx, input)),
  block: procedure("tokens.write")
    .input(byId)
    .mutation(({ ctx, input }) => setTokenStatus(ctx, input.id, "blocked")),
  unblock: procedure("tokens.write")
    .input(byId)
    .mutation(({ ctx, input }) => setTokenStatus(ctx, input.id, "active")),
  remove: procedure("tokens.write")
    .input(byId)
    .mutation(({ ctx, input }) => removeToken(ctx, input.id)),
});
