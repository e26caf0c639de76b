import type { Queryable } from "@chargehand/db/pool";
import { isOpen } from "@chargehand/domain/campaigns/window";
import { factColumns, type StationFacts } from "./kind";
import { kindOf } from "./kinds";
import type { Turn } from "./tick";

/** A campaign that could begin with so many stations. */
export interface Wanting {
  turn: Turn;
  room: number;
}

/** A station whose turn it could be. */
export interface Candidate extends StationFacts {
  spared_site: number | null;
}

interface CandidateRow extends Candidate {
  campaign_id: number;
}

/**
 * Whose turn it is, for all campaigns at once: at each station, and at each small site, one of them begins. Campaigns that
 * were made first choose first.
 */
export async function chooseFor(
  db: Queryable,
  now: Date,
  wanting: readonly Wanting[],
): Promise<ReadonlyMap<number, Candidate[]>> {
  if (wanting.length === 0) return new Map();
  const rows = await candidates(db, now, wanting);
  const stations = new Set<number>();
  const sites = new Set<number>();
  return new Map(
    wanting.map(({ turn: { campaign }, room }) => {
      const chosen: Candidate[] = [];
      for (const row of rows) {
        if (row.campaign_id !== campaign.id || chosen.length >= room || stations.has(row.id)) continue;
        if (row.spared_site !== null && sites.has(row.spared_site)) continue;
        chosen.push(row);
        stations.add(row.id);
        if (row.spared_site !== null) sites.add(row.spared_site);
      }
      return [campaign.id, chosen];
    }),
  );
}

/** More than there is room for, since of a small site only one can be taken. */
async function candidates(db: Queryable, now: Date, wanting: readonly Wanting[]): Promise<CandidateRow[]> {
  const zones = await openZones(db, now, wanting);
  const asked = wanting.map(({ turn: { campaign }, room }, index) => ({
    campaign: campaign.id,
    most: room * 4,
    only_idle: campaign.pace.onlyIdle,
    exclusive: kindOf(campaign.work).exclusive,
    zones: zones[index],
  }));
  const { rows } = await db.query<CandidateRow>(
    `SELECT w.campaign AS campaign_id, each.*
     FROM jsonb_to_recordset($1::jsonb) AS w(campaign integer, most integer, only_idle boolean, exclusive text, zones text[])
     CROSS JOIN LATERAL (
       SELECT ${factColumns}, t.spared_site
       FROM campaign_target t
         JOIN campaign_stage g ON g.campaign_id = t.campaign_id AND g.number = t.stage
         JOIN station s ON s.id = t.station_id AND s.connected AND s.approval = 'approved'
         LEFT JOIN site ON w.zones IS NOT NULL AND site.id = s.site_id
       WHERE t.campaign_id = w.campaign AND t.state = 'waiting' AND g.status IN ('running', 'succeeded', 'failed')
         AND (w.zones IS NULL OR coalesce(site.time_zone, 'UTC') = ANY (w.zones))
         AND NOT (w.only_idle AND EXISTS (SELECT FROM session x WHERE x.station_id = s.id AND x.status = 'open'))
         AND NOT EXISTS (SELECT FROM campaign_target o WHERE o.station_id = t.station_id AND o.state = 'working')
         AND NOT EXISTS (SELECT FROM campaign_target o WHERE o.spared_site = t.spared_site AND o.state = 'working')
         AND (w.exclusive IS NULL OR NOT EXISTS (SELECT FROM command c WHERE c.station_id = s.id
           AND c.type = w.exclusive AND c.campaign_id IS NULL
           AND (c.proof = 'waiting' AND c.deadline > $2 OR c.delivery IN ('held', 'queued'))))
       ORDER BY t.position LIMIT w.most) each`,
    [JSON.stringify(asked), now],
  );
  return rows;
}

/** For each campaign, the time zones in which its window is open; undefined where it always is. */
async function openZones(db: Queryable, now: Date, wanting: readonly Wanting[]): Promise<(string[] | undefined)[]> {
  if (wanting.every(({ turn }) => turn.campaign.pace.window === undefined)) return [];
  const { rows } = await db.query<{ time_zone: string }>("SELECT DISTINCT time_zone FROM site UNION SELECT 'UTC'");
  return wanting.map(({ turn }) => {
    const { window } = turn.campaign.pace;
    return window && rows.map(({ time_zone }) => time_zone).filter((zone) => isOpen(window, zone, now));
  });
}
