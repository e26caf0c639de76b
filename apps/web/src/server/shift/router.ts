import { z } from "zod";
import { procedure, router } from "../trpc";
import { shiftFacts } from "./facts";
import { handingOver, handOver, lastHandovers } from "./hand-over";

export const shift = router({
  facts: procedure("issues.view")
    .input(z.object({ since: z.date() }))
    .query(({ ctx, input }) => shiftFacts(ctx, input)),
  past: procedure("issues.view").query(({ ctx }) => lastHandovers(ctx)),
  handOver: procedure("issues.write")
    .input(handingOver)
    .mutation(({ ctx, input }) => handOver(ctx, input)),
});
