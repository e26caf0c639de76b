import { procedure, router } from "../trpc";
import { listSecurityEvents, securityEventList } from "./list";

export const securityEvents = router({
  list: procedure("stations.view")
    .input(securityEventList)
    .query(({ ctx, input }) => listSecurityEvents(ctx, input)),
});
