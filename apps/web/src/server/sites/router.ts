import { z } from "zod";
import { stationQuestion } from "../stations/filter";
import { procedure, router } from "../trpc";
import { siteById } from "./by-id";
import { changeSite, createSite, siteChange, siteCreation } from "./change";
import { findSites, siteSearch } from "./list";
import { sitesOnMap } from "./on-map";
import { listSites, pageOfSites, sitePage } from "./sites";

export const sites = router({
  list: procedure("sites.view").query(({ ctx }) => listSites(ctx)),
  page: procedure("sites.view")
    .input(sitePage)
    .query(({ ctx, input }) => pageOfSites(ctx, input)),
  find: procedure("sites.view")
    .input(siteSearch)
    .query(({ ctx, input }) => findSites(ctx, input)),
  byId: procedure("sites.view")
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => siteById(ctx, input.id)),
  onMap: procedure("sites.view")
    .input(stationQuestion)
    .query(({ ctx, input }) => sitesOnMap(ctx, input.q)),
  create: procedure("sites.write")
    .input(siteCreation)
    .mutation(({ ctx, input }) => createSite(ctx, input)),
  change: procedure("sites.write")
    .input(siteChange)
    .mutation(({ ctx, input }) => changeSite(ctx, input)),
});
