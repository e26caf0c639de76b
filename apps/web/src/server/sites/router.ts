import { procedure, router } from "../trpc";
import { createSite, listSites, siteCreation } from "./sites";

export const sites = router({
  list: procedure("sites.view").query(({ ctx }) => listSites(ctx)),
  create: procedure("sites.write")
    .input(siteCreation)
    .mutation(({ ctx, input }) => createSite(ctx, input)),
});
