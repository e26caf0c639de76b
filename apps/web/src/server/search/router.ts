import { procedure, router } from "../trpc";
import { find, search as searched } from "./find";

export const search = router({
  find: procedure("overview.view")
    .input(searched)
    .query(({ ctx, input }) => find(ctx, input)),
});
