import { z } from "zod";
import { procedure, router } from "../trpc";
import { changeToken, tokenChange } from "./change";
import { addToken, listTokens, removeToken, setTokenStatus, tokenAddition, tokenById, tokenList } from "./tokens";

const byId = z.object({ id: z.int() });

export const tokens = router({
  list: procedure("tokens.view")
    .input(tokenList)
    .query(({ ctx, input }) => listTokens(ctx, input)),
  add: procedure("tokens.write")
    .input(tokenAddition)
    .mutation(({ ctx, input }) => addToken(ctx, input)),
  byId: procedure("tokens.view")
    .input(byId)
    .query(({ ctx, input }) => tokenById(ctx, input.id)),
  change: procedure("tokens.write")
    .input(tokenChange)
    .mutation(({ ctx, input }) => changeToken(ctx, input)),
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
