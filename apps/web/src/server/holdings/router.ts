import { procedure, router } from "../trpc";
import { holdingList, listHoldings } from "./list";

export const holdings = router({
  list: procedure("stations.view")
    .input(holdingList)
    .query(({ ctx, input }) => listHoldings(ctx, input)),
});
