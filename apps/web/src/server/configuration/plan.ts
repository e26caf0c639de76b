import { type PlannedSetting, planFor } from "@chargehand/domain/configuration/plan";
import { type Desired, desiredFor } from "@chargehand/domain/configuration/template";
import { variableKey } from "@chargehand/domain/variable";
import { z } from "zod";
import type { Context } from "../context";
import { Refused } from "../errors";
import { chosenSql, chosenStations } from "../stations/chosen";
import { type KnownStation, knowStations } from "./knowledge";
import { desiredBy } from "./order";
import { settings } from "./schema";

const mostPlanned = 5_000;
/** So many stations are shown one by one; all of them are counted. */
const mostShown = 200;

export const planned = z.object({
  chosen: chosenStations,
  /** What they are to be set to; without it, what their templates say. */
  settings: settings.optional(),
});
export type Planned = z.output<typeof planned>;

export type PlannedIs = PlannedSetting["is"];

/** What would happen at one station. */
export interface StationPlan {
  station: number;
  identity: string;
  connected: boolean;
  settings: PlannedSetting[];
}

export interface ConfigurationPlan {
  /** How many were chosen. */
  stations: number;
  /** Those that something is written to, or that have to be read first. */
  concerned: number;
  offline: number;
  /** How many settings of all stations are each. */
  counts: Record<PlannedIs, number>;
  needReboot: number;
  /** Those that something happens to come first. */
  plans: StationPlan[];
}

/** What would be written to whom, and why the rest is not; nothing is done. */
export async function planConfiguration(
  context: Pick<Context, "pool" | "prisma" | "clock">,
  asked: Planned,
): Promise<ConfigurationPlan> {
  const stations = await planOf(context, asked);
  const plans = stations.map(({ known, desired }) => ({
    station: known.id,
    identity: known.identity,
    connected: known.connected,
    settings: planFor(desired, known.knowledge),
  }));
  const counts = { write: 0, already: 0, "read-only": 0, "write-only": 0, "never-read": 0, unknown: 0 };
  let needReboot = 0;
  for (const setting of plans.flatMap((plan) => plan.settings)) {
    counts[setting.is] += 1;
    if (setting.is === "write" && setting.needsReboot) needReboot += 1;
  }
  const concerned = plans.filter(isConcerned);
  return {
    stations: plans.length,
    concerned: concerned.length,
    offline: concerned.filter(({ connected }) => !connected).length,
    counts,
    needReboot,
    plans: [...concerned, ...plans.filter((plan) => !isConcerned(plan))].slice(0, mostShown),
  };
}

/** The chosen stations with what is desired of each. */
async function planOf(
  context: Pick<Context, "pool" | "prisma" | "clock">,
  { chosen, settings: own }: Planned,
): Promise<{ known: KnownStation; desired: Desired[] }[]> {
  const { condition, parameters } = await chosenSql(context, chosen);
  const { rows } = await context.pool.query<{ id: number }>(
    `SELECT s.id FROM station s WHERE ${condition} ORDER BY s.identity LIMIT ${mostPlanned + 1}`,
    parameters.values,
  );
  if (rows.length > mostPlanned)
    throw new Refused(`A plan is made for ${mostPlanned} stations at most: narrow them down.`);
  const templates = await desiredBy(context.pool, own);
  const keys = templates.flatMap((template) => template.settings.map(({ variable }) => variableKey(variable)));
  const known = await knowStations(
    context.pool,
    rows.map(({ id }) => id),
    keys,
  );
  return known.map((station) => ({
    known: station,
    // Who does not belong to the network is counted among them, and left alone.
    desired: station.approval === "approved" ? desiredFor(station, templates) : [],
  }));
}

const isConcerned = ({ settings: all }: StationPlan) => all.some(({ is }) => is === "write" || is === "never-read");
