import type { Queryable } from "@chargehand/db/pool";
import type { WorkOf } from "@chargehand/domain/campaigns/campaign";
import type { Setting, Template } from "@chargehand/domain/configuration/template";
import { z } from "zod";
import { Refused } from "../errors";
import { loadTemplates } from "./load-templates";
import { settings } from "./schema";

/** Stations that are to be set to something, as an operator asks for it. */
export const configurationOrder = z.object({
  kind: z.literal("configuration"),
  /** Without it, what their templates say. */
  settings: settings.optional(),
  /** Only what this template says. */
  template: z.int().optional(),
  /** Resets stations for what holds only after a boot. */
  reboot: z.boolean().default(false),
});

/** With what is desired as of now. */
export async function desiring(
  db: Queryable,
  { settings: own, template, reboot }: z.output<typeof configurationOrder>,
): Promise<WorkOf<"configuration">> {
  const desired = await desiredBy(db, own);
  const templates = template === undefined ? desired : desired.filter(({ id }) => id === template);
  if (templates.length === 0) throw new Refused("There is no template that says what they are to be set to.");
  return { kind: "configuration", templates, reboot };
}

/** What says what is desired. Settings that somebody chose for once are a template for all, kept nowhere. */
export const desiredBy = async (db: Queryable, own: readonly Setting[] | undefined): Promise<Template[]> =>
  own ? [{ id: 0, name: "", settings: own }] : loadTemplates(db);
