import { z } from "zod";
import { procedure, router } from "../trpc";
import { compareStations, comparison } from "./compare";
import { settingsOfStation } from "./of-station";
import { planConfiguration, planned } from "./plan";
import { templateFields } from "./schema";
import { addTemplate, changeTemplate, listTemplates, removeTemplate } from "./templates";

const byId = z.object({ id: z.int() });

/** What stations are set to, what they are to be set to, and how the one becomes the other. */
export const configuration = router({
  /** A selection of hundreds is sent as a body. */
  compare: procedure("configuration.view")
    .input(comparison)
    .query(({ ctx, input }) => compareStations(ctx, input)),
  templates: procedure("configuration.view").query(({ ctx }) => listTemplates(ctx)),
  ofStation: procedure("configuration.view")
    .input(z.object({ station: z.int() }))
    .query(({ ctx, input }) => settingsOfStation(ctx, input.station)),
  plan: procedure("configuration.view")
    .input(planned)
    .query(({ ctx, input }) => planConfiguration(ctx, input)),
  add: procedure("configuration.write")
    .input(templateFields)
    .mutation(({ ctx, input }) => addTemplate(ctx, input)),
  change: procedure("configuration.write")
    .input(templateFields.extend(byId.shape))
    .mutation(({ ctx, input }) => changeTemplate(ctx, input)),
  remove: procedure("configuration.write")
    .input(byId)
    .mutation(({ ctx, input }) => removeTemplate(ctx, input.id)),
});
