import { z } from "zod";
import { procedure, router } from "../trpc";
import { assignment, assignTariff } from "./assign";
import {
  changeTariff,
  listTariffs,
  newTariff,
  placesOfTariff,
  removeTariff,
  stationTariff,
  tariffFields,
} from "./tariffs";

/** What charging costs, and where. */
export const tariffs = router({
  list: procedure("sites.view").query(({ ctx }) => listTariffs(ctx)),
  ofStation: procedure("stations.view")
    .input(z.object({ station: z.int() }))
    .query(({ ctx, input }) => stationTariff(ctx, input.station)),
  places: procedure("sites.view")
    .input(z.object({ tariff: z.int() }))
    .query(({ ctx, input }) => placesOfTariff(ctx, input.tariff)),
  add: procedure("sites.write")
    .input(tariffFields)
    .mutation(({ ctx, input }) => newTariff(ctx, input)),
  change: procedure("sites.write")
    .input(tariffFields.extend({ id: z.int() }))
    .mutation(({ ctx, input }) => changeTariff(ctx, input)),
  remove: procedure("sites.write")
    .input(z.object({ id: z.int() }))
    .mutation(({ ctx, input }) => removeTariff(ctx, input.id)),
  assign: procedure("sites.write")
    .input(assignment)
    .mutation(({ ctx, input }) => assignTariff(ctx, input)),
});
