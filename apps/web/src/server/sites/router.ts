import { procedure, router } from "../trpc";
import { createSite, listSites, pageOfSites, siteCreation, sitePage } from "./sites";

export const sites = router({
  list: procedure("sites.view").query(({ ctx }) => listSites(ctx)),
  page: procedure("sites.view")
    .input(sitePage)
    .query(({ ctx, input }) => pageOfSites(ctx, input)),
  create: procedure("sites.write")
    .input(siteCreation)
    .mutation(({ ctx, input }) => createSite(ctx, input)),
});
