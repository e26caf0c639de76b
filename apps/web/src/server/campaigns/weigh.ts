import type { Queryable } from "@chargehand/db/pool";
import { factColumns, type StationFacts } from "./kind";
import { kindOf } from "./kinds";
import type { CampaignThought } from "./order";

/** A station that was chosen, and what would happen to it. */
export interface Weighed {
  station: number;
  identity: string;
  site?: number;
  /** Its site is so small that one station of it is worked on at a time. */
  spared: boolean;
  connected: boolean;
  /** Sessions that go on there, and what they have taken so far. */
  sessions: number;
  energyWh: number;
  /** Why it is left out. */
  excluded?: string;
}

/** What a campaign would do to whom, without doing it: also what a dry run shows. */
export async function weigh(db: Queryable, { work, stations, pace }: CampaignThought, now: Date): Promise<Weighed[]> {
  const { rows } = await db.query<WeighedRow>(
    `SELECT ${factColumns}, s.identity, s.site_id, s.approval, s.connected, coalesce(x.sessions, 0) AS sessions,
       coalesce(x.energy_wh, 0) AS energy_wh, s.site_id IS NOT NULL AND n.stations < $2 AS spared
     FROM unnest($1::int[]) WITH ORDINALITY AS chosen(id, position)
       JOIN station s ON s.id = chosen.id
       LEFT JOIN LATERAL (
         SELECT count(*)::int AS sessions, sum(y.meter_wh - y.meter_start_wh) AS energy_wh FROM session y
         WHERE y.station_id = s.id AND y.status = 'open') x ON true
       LEFT JOIN (
         SELECT site_id, count(*) AS stations FROM station
         WHERE site_id IN (SELECT site_id FROM station WHERE id = ANY ($1)) AND approval = 'approved' GROUP BY site_id
       ) n ON n.site_id = s.site_id
     ORDER BY chosen.position`,
    [stations, pace.smallSiteBelow],
  );
  const given = await kindOf(work).give(db, rows, now);
  const reasonOf = ({ id, approval }: WeighedRow) => {
    if (approval !== "approved") return `It is ${approval}, not approved.`;
    const turn = given.get(id);
    return turn && "skip" in turn ? turn.skip : undefined;
  };
  return rows.map((row) => ({
    station: row.id,
    identity: row.identity,
    site: row.site_id ?? undefined,
    spared: row.spared ?? false,
    connected: row.connected,
    sessions: row.sessions,
    energyWh: row.energy_wh,
    excluded: reasonOf(row),
  }));
}

interface WeighedRow extends StationFacts {
  identity: string;
  site_id: number | null;
  approval: string;
  connected: boolean;
  sessions: number;
  energy_wh: number;
  spared: boolean | null;
}
