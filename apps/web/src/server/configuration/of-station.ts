import { type PlannedSetting, planFor } from "@chargehand/domain/configuration/plan";
import { desiredFor } from "@chargehand/domain/configuration/template";
import { variableKey } from "@chargehand/domain/variable";
import type { Context } from "../context";
import { knowStations } from "./knowledge";
import { loadTemplates } from "./load-templates";

/** A variable that a template says something of: what it is to be, what it last was proven to be, and what it is now. */
export type StationSetting = PlannedSetting & {
  confirmed?: { value: string; at: Date };
  reportedAt?: Date;
  /** It was as desired, and is not any more. */
  drifted: boolean;
};

/** What templates desire of a station, beside what it says. */
export async function settingsOfStation({ pool }: Pick<Context, "pool">, station: number): Promise<StationSetting[]> {
  const templates = await loadTemplates(pool);
  if (templates.length === 0) return [];
  const keys = templates.flatMap(({ settings }) => settings.map(({ variable }) => variableKey(variable)));
  const [known] = await knowStations(pool, [station], keys);
  if (!known) return [];
  const { rows } = await pool.query<{
    key: string;
    confirmed: string | null;
    at: Date | null;
    drifted: boolean | null;
    reported_at: Date | null;
  }>(
    `SELECT key, s.confirmed, s.confirmed_at AS at, s.drifted, v.reported_at
     FROM (SELECT key, confirmed, confirmed_at, drifted FROM station_setting WHERE station_id = $1) s
       FULL JOIN (SELECT key, reported_at FROM variable
         WHERE station_id = $1 AND key = ANY ($2::text[]) AND attribute = 'actual') v USING (key)`,
    [station, keys],
  );
  const kept = new Map(rows.map((row) => [row.key, row]));
  return planFor(desiredFor(known, templates), known.knowledge).map((setting) => {
    const { confirmed, at, drifted, reported_at } = kept.get(setting.key) ?? {};
    return {
      ...setting,
      confirmed: confirmed && at ? { value: confirmed, at } : undefined,
      reportedAt: reported_at ?? undefined,
      drifted: drifted === true && setting.is !== "already",
    };
  });
}
