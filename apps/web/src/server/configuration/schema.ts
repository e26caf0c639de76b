import type { Setting } from "@chargehand/domain/configuration/template";
import { variableKey } from "@chargehand/domain/variable";
import { z } from "zod";
import { variable } from "../commands/schema-variable";
import { isSecret } from "../variables/secrets";

/** What some variables are to be; each once, and none whose value opens a door. */
export const settings = z
  .array(z.object({ variable, value: z.string().max(2_500) }))
  .min(1, "Nothing is set.")
  .max(200)
  .refine(
    (all) => new Set(all.map(({ variable: each }) => variableKey(each))).size === all.length,
    "A variable stands there twice.",
  )
  .refine(
    (all) => !all.some(({ variable: each }) => isSecret(each)),
    "A password is never shown, so it cannot be compared: set it at each station.",
  ) satisfies z.ZodType<Setting[]>;

const word = z.string().trim().min(1).max(200).optional();

export const templateFields = z.object({
  name: z.string().trim().min(1, "A template needs a name.").max(100),
  vendor: word,
  model: word,
  firmware: word,
  site: z.int().optional(),
  settings,
});
export type TemplateFields = z.output<typeof templateFields>;
