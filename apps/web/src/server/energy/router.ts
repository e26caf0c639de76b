import { procedure, router } from "../trpc";
import { supplyOf, supplyOfStation } from "./supply";

export const energy = router({
  supply: procedure("stations.view")
    .input(supplyOfStation)
    .query(({ ctx, input }) => supplyOf(ctx, input.station)),
});
