import { z } from "zod";
import { procedure, router } from "../trpc";
import { heardFrom } from "./heard";
import { forgetRule, listRules, saveRule, vendorRule } from "./rules";

/** Vendors' own messages: what came from whom, and what is answered. */
export const vendors = router({
  heard: procedure("stations.view")
    .input(z.object({ station: z.int() }))
    .query(({ ctx, input }) => heardFrom(ctx, input.station)),
  rules: procedure("stations.view").query(({ ctx }) => listRules(ctx)),
  save: procedure("stations.write")
    .input(vendorRule)
    .mutation(({ ctx, input }) => saveRule(ctx, input)),
  forget: procedure("stations.write")
    .input(vendorRule.pick({ vendor: true, message: true }))
    .mutation(({ ctx, input }) => forgetRule(ctx, input)),
});
