import { z } from "zod";
import { procedure, router } from "../trpc";
import { changeToken, tokenChange } from "./change";
import { consequences } from "./consequences";
import { groupChange, listGroups, setGroup } from "./groups";
import { placeOptions } from "./place-options";
import { addToken, listTokens, removeToken, setTokenStatus, tokenAddition, tokenById, tokenList } from "./tokens";
import { tokenUsage } from "./usage";

const byId = z.object({ id: z.int() });
const revocation = byId.extend(consequences.shape);

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
  usage: procedure("tokens.view")
    .input(byId)
    .query(({ ctx, input }) => tokenUsage(ctx, input.id)),
  change: procedure("tokens.write")
    .input(tokenChange)
    .mutation(({ ctx, input }) => changeToken(ctx, input)),
  block: procedure("tokens.write")
    .input(revocation)
    .mutation(({ ctx, input }) => setTokenStatus(ctx, input, "blocked")),
  unblock: procedure("tokens.write")
    .input(byId)
    .mutation(({ ctx, input }) => setTokenStatus(ctx, input, "active")),
  remove: procedure("tokens.write")
    .input(revocation)
    .mutation(({ ctx, input }) => removeToken(ctx, input)),
  placeOptions: procedure("tokens.view").query(({ ctx }) => placeOptions(ctx)),
  groups: procedure("tokens.view").query(({ ctx }) => listGroups(ctx)),
  setGroup: procedure("tokens.write")
    .input(groupChange)
    .mutation(({ ctx, input }) => setGroup(ctx, input)),
});
