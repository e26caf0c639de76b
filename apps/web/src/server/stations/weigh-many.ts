import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { forMany } from "../campaigns/order";
import { supportOf } from "../commands/support";
import { chosenSql, chosenStations } from "./chosen";
import type { Lookup } from "./field-sql";

export const manyThought = z.object({ chosen: chosenStations, command: forMany });

/** What would happen to many stations, in numbers. */
export interface ManyWeighed {
  /** All that were chosen, as of now. */
  stations: number;
  /** Those that can be told, whether they are there or not. */
  told: number;
  /** Of those. */
  offline: number;
  /** Of those that are there. */
  charging: { stations: number; sessions: number; energyWh: number };
  /** Why some are left out. */
  excluded: { reason: string; stations: number }[];
}

/** Weighs a command for many stations before it is given: counted by the database in groups, however many they are. */
export async function weighMany(
  lookup: Lookup,
  { chosen, command }: z.output<typeof manyThought>,
): Promise<ManyWeighed> {
  const { condition, parameters } = await chosenSql(lookup, chosen);
  const { rows } = await lookup.pool.query<Group>(
    `SELECT s.version, s.approval, s.connected, count(*)::int AS stations, count(x.station_id)::int AS charging,
       coalesce(sum(x.sessions), 0)::int AS sessions, coalesce(sum(x.energy_wh), 0)::float8 AS "energyWh"
     FROM station s LEFT JOIN (
       SELECT station_id, count(*) AS sessions, sum(greatest(meter_wh - meter_start_wh, 0)) AS energy_wh
       FROM session WHERE status = 'open' GROUP BY station_id
     ) x ON x.station_id = s.id
     WHERE ${condition} GROUP BY s.version, s.approval, s.connected ORDER BY stations DESC`,
    parameters.values,
  );

  const judged = rows.map((group) => ({ ...group, reason: whyNot(group, command) }));
  const told = judged.filter(({ reason }) => reason === undefined);
  const there = told.filter(({ connected }) => connected);
  return {
    stations: total(judged, "stations"),
    told: total(told, "stations"),
    offline: total(told, "stations") - total(there, "stations"),
    charging: {
      stations: total(there, "charging"),
      sessions: total(there, "sessions"),
      energyWh: total(there, "energyWh"),
    },
    excluded: byReason(judged),
  };
}

interface Group {
  version: OcppVersion | null;
  approval: string;
  connected: boolean;
  stations: number;
  charging: number;
  sessions: number;
  energyWh: number;
}

function whyNot({ version, approval }: Group, command: z.output<typeof forMany>): string | undefined {
  if (approval !== "approved") return `They are ${approval}, not approved.`;
  const support = supportOf(version, command);
  return support.supported ? undefined : support.reason;
}

const total = (groups: readonly Group[], of: "stations" | "charging" | "sessions" | "energyWh") =>
  groups.reduce((sum, group) => sum + group[of], 0);

function byReason(groups: readonly (Group & { reason?: string })[]) {
  const counts = new Map<string, number>();
  for (const { reason, stations } of groups) {
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + stations);
  }
  return [...counts].map(([reason, stations]) => ({ reason, stations }));
}
