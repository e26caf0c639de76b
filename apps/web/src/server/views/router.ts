import { z } from "zod";
import { procedure, router } from "../trpc";
import {
  changeView,
  listViews,
  newView,
  pinnedViews,
  pinning,
  pinView,
  removeView,
  saveView,
  viewChange,
  viewsOf,
} from "./views";

/** Lists as people keep them, by name. */
export const views = router({
  list: procedure("views.view")
    .input(viewsOf)
    .query(({ ctx, input }) => listViews(ctx, input.place)),
  pinned: procedure("views.view").query(({ ctx }) => pinnedViews(ctx)),
  save: procedure("views.keep")
    .input(newView)
    .mutation(({ ctx, input }) => saveView(ctx, input)),
  change: procedure("views.keep")
    .input(viewChange)
    .mutation(({ ctx, input }) => changeView(ctx, input)),
  remove: procedure("views.keep")
    .input(z.object({ id: z.int() }))
    .mutation(({ ctx, input }) => removeView(ctx, input.id)),
  pin: procedure("views.keep")
    .input(pinning)
    .mutation(({ ctx, input }) => pinView(ctx, input)),
});
