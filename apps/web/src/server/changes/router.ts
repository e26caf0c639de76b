import { procedure, router } from "../trpc";
import { lastShiftOf } from "./last-shift";
import { changeList, listChanges } from "./list";

export const changes = router({
  list: procedure("changes.view")
    .input(changeList)
    .query(({ ctx, input }) => listChanges(ctx, input)),
  /** When whoever asks handed over last. */
  lastShift: procedure("changes.view").query(({ ctx }) => lastShiftOf(ctx)),
});
