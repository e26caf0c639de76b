import type { Template } from "@chargehand/domain/configuration/template";
import type { Context } from "../context";
import { Conflict, NotFound } from "../errors";
import { json, type Transaction, type Writer, write } from "../write";
import { type TemplateSqlRow, toTemplate } from "./load-templates";
import type { TemplateFields } from "./schema";

/** A template, and how the stations fare that it is for. */
export interface TemplateRow extends Template {
  siteName?: string;
  changedAt: Date;
  changedBy: string;
  /** Stations of which it is known that something is not as it says. */
  differing: number;
  /** Those of them that were as it says before. */
  drifted: number;
}

/** All templates by name. */
export async function listTemplates({ pool }: Pick<Context, "pool">): Promise<TemplateRow[]> {
  const { rows } = await pool.query<
    TemplateSqlRow & { site: string | null; changed_at: Date; by: string; differing: number; drifted: number }
  >(
    `SELECT t.id, t.name, t.vendor, t.model, t.firmware, t.site_id, t.settings, t.changed_at, site.name AS site,
       coalesce(u.name, t.changed_by) AS by, n.differing, n.drifted
     FROM config_template t LEFT JOIN site ON site.id = t.site_id LEFT JOIN "user" u ON u.id = t.changed_by,
     LATERAL (
       SELECT count(DISTINCT s.station_id)::int AS differing,
         count(DISTINCT s.station_id) FILTER (WHERE s.drifted)::int AS drifted
       FROM station_setting s WHERE s.template_id = t.id AND s.differs_since IS NOT NULL
     ) n ORDER BY t.name`,
  );
  return rows.map((row) => ({
    ...toTemplate(row),
    siteName: row.site ?? undefined,
    changedAt: row.changed_at,
    changedBy: row.by,
    differing: row.differing,
    drifted: row.drifted,
  }));
}

/** Makes a template. Nothing is written to any station by it: it says what is desired, and what differs shows. */
export const addTemplate = (context: Writer, fields: TemplateFields): Promise<{ id: number }> =>
  write(context, async (tx, tell) => {
    await refuseTakenName(tx, fields.name);
    const now = context.clock();
    const { id } = await tx.configTemplate.create({
      data: { ...columns(fields), createdAt: now, changedAt: now, changedBy: context.person.id },
    });
    tell.audit({ action: "template.add", subject: `template:${id}`, after: fields });
    tell.event({ event: { type: "template.changed", template: id } });
    await compareAgain(tx, fields);
    return { id };
  });

/** Changes what is desired, and of whom. */
export const changeTemplate = (context: Writer, { id, ...fields }: TemplateFields & { id: number }): Promise<void> =>
  write(context, async (tx, tell) => {
    const was = await wasThere(tx, id);
    await refuseTakenName(tx, fields.name, id);
    await tx.configTemplate.update({
      where: { id },
      data: { ...columns(fields), changedAt: context.clock(), changedBy: context.person.id },
    });
    tell.audit({ action: "template.change", subject: `template:${id}`, before: was, after: fields });
    tell.event({ event: { type: "template.changed", template: id } });
    await compareAgain(tx, was);
    await compareAgain(tx, fields);
  });

/** Takes a template away: what it said is not desired any more, and stays as it is at the stations. */
export const removeTemplate = (context: Writer, id: number): Promise<void> =>
  write(context, async (tx, tell) => {
    const before = await wasThere(tx, id);
    await tx.configTemplate.delete({ where: { id } });
    tell.audit({ action: "template.remove", subject: `template:${id}`, before });
    tell.event({ event: { type: "template.changed", template: id } });
    await compareAgain(tx, before);
  });

type Scope = Pick<Template, "vendor" | "model" | "firmware" | "site">;

/** Has the stations that a template is for compared with it, a few hundred at a time. */
const compareAgain = (tx: Transaction, { vendor, model, firmware, site }: Scope) =>
  tx.$executeRaw`
    INSERT INTO station_to_compare (station_id)
    SELECT id FROM station s WHERE approval = 'approved'
      AND (${vendor ?? null}::text IS NULL OR lower(trim(s.vendor)) = lower(trim(${vendor ?? null}::text)))
      AND (${model ?? null}::text IS NULL OR lower(trim(s.model)) = lower(trim(${model ?? null}::text)))
      AND (${firmware ?? null}::text IS NULL OR lower(trim(s.firmware_version)) = lower(trim(${firmware ?? null}::text)))
      AND (${site ?? null}::int IS NULL OR s.site_id = ${site ?? null}::int)
    ON CONFLICT DO NOTHING`;

async function wasThere(tx: Transaction, id: number) {
  const before = await tx.configTemplate.findUnique({ where: { id } });
  if (!before) throw new NotFound("This template has been removed already.");
  const { name, vendor, model, firmware, siteId, settings } = before;
  return {
    name,
    vendor: vendor ?? undefined,
    model: model ?? undefined,
    firmware: firmware ?? undefined,
    site: siteId ?? undefined,
    settings,
  };
}

async function refuseTakenName(tx: Transaction, name: string, except?: number) {
  const taken = await tx.configTemplate.findFirst({ where: { name, id: { not: except } } });
  if (taken) throw new Conflict("There is a template of this name already.");
}

const columns = ({ settings, site, vendor, model, firmware, name }: TemplateFields) => ({
  name,
  vendor: vendor ?? null,
  model: model ?? null,
  firmware: firmware ?? null,
  siteId: site ?? null,
  settings: settings.map((setting) => json(setting)),
});
