import type { Queryable } from "@chargehand/db/pool";
import type { Setting, Template } from "@chargehand/domain/configuration/template";

/** All templates; they are few, and each says which stations it is for. */
export async function loadTemplates(db: Queryable): Promise<Template[]> {
  const { rows } = await db.query<TemplateSqlRow>(
    "SELECT id, name, vendor, model, firmware, site_id, settings FROM config_template ORDER BY id",
  );
  return rows.map(toTemplate);
}

export interface TemplateSqlRow {
  id: number;
  name: string;
  vendor: string | null;
  model: string | null;
  firmware: string | null;
  site_id: number | null;
  settings: Setting[];
}

export const toTemplate = ({ id, name, vendor, model, firmware, site_id, settings }: TemplateSqlRow): Template => ({
  id,
  name,
  vendor: vendor ?? undefined,
  model: model ?? undefined,
  firmware: firmware ?? undefined,
  site: site_id ?? undefined,
  settings,
});
