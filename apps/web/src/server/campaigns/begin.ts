import type { Stage } from "@chargehand/domain/campaigns/next-steps";
import { isOpen } from "@chargehand/domain/campaigns/window";
import type { Command } from "@chargehand/domain/command";
import { factColumns, type StationFacts } from "./kind";
import { kindOf } from "./kinds";
import { type Settled, settle } from "./settle";
import type { Turn } from "./tick";

/** A station that is connected and does not take its command within this time was overtaken by events. */
const expirySeconds = 60;

/** Begins with as many stations as the pace lets it, those of earlier stages first. True when something moved. */
export async function begin(turn: Turn, stages: readonly Stage[]): Promise<boolean> {
  const begun = stages.filter(({ status }) => status !== "waiting" && status !== "held");
  if (!begun.some(({ counts }) => counts.waiting > 0)) return false;
  const working = stages.reduce((sum, { counts }) => sum + counts.working, 0);
  const room = await roomOf(turn, working);
  if (room <= 0) return false;
  const chosen = onePerSparedSite(await candidates(turn, room)).slice(0, room);
  if (chosen.length === 0) return false;

  const told: Begun[] = [];
  const skipped: { station: number; reason: string }[] = [];
  const ended: Settled[] = [];
  for (const [station, given] of await kindOf(turn.campaign.work).give(turn.db, chosen, turn.now, turn.campaign.id)) {
    if ("tell" in given) told.push({ station, command: given.tell });
    else if ("end" in given) ended.push({ station, state: given.end, reason: given.reason });
    else skipped.push({ station, reason: given.skip });
  }
  await skip(turn, skipped);
  await settle(turn, ended);
  await order(turn, told);
  return true;
}

interface Begun {
  station: number;
  command: Command;
}

interface Candidate extends StationFacts {
  spared_site: number | null;
}

async function roomOf({ db, now, campaign: { id, pace } }: Turn, working: number): Promise<number> {
  const room = pace.atOnce - working;
  if (room <= 0 || pace.perMinute === undefined) return room;
  const { rows } = await db.query<{ lately: number }>(
    `SELECT count(*)::int AS lately FROM campaign_target
     WHERE campaign_id = $1 AND began_at > $2::timestamptz - interval '1 minute'`,
    [id, now],
  );
  return Math.min(room, pace.perMinute - (rows[0]?.lately ?? 0));
}

/** Whose turn it is: more than there is room for, since of a small site only one can be taken. */
async function candidates(turn: Turn, room: number): Promise<Candidate[]> {
  const { db, now, campaign } = turn;
  const { exclusive } = kindOf(campaign.work);
  const zones = await openZones(turn);
  if (zones?.length === 0) return [];
  const { rows } = await db.query<Candidate>(
    `SELECT ${factColumns}, t.spared_site
     FROM campaign_target t
       JOIN campaign_stage g ON g.campaign_id = t.campaign_id AND g.number = t.stage
       JOIN station s ON s.id = t.station_id
       LEFT JOIN site ON site.id = s.site_id
     WHERE t.campaign_id = $1 AND t.state = 'waiting' AND g.status IN ('running', 'succeeded', 'failed')
       AND s.connected AND s.approval = 'approved'
       AND ($2::text[] IS NULL OR coalesce(site.time_zone, 'UTC') = ANY ($2))
       AND NOT ($3 AND EXISTS (SELECT FROM session x WHERE x.station_id = s.id AND x.status = 'open'))
       AND NOT EXISTS (SELECT FROM campaign_target o WHERE o.station_id = t.station_id AND o.state = 'working')
       AND NOT EXISTS (SELECT FROM campaign_target o WHERE o.spared_site = t.spared_site AND o.state = 'working')
       AND ($5::text IS NULL OR NOT EXISTS (SELECT FROM command c WHERE c.station_id = s.id AND c.type = $5
         AND c.campaign_id IS NULL AND (c.proof = 'waiting' AND c.deadline > $6 OR c.delivery IN ('held', 'queued'))))
     ORDER BY t.position LIMIT $4`,
    [campaign.id, zones ?? null, campaign.pace.onlyIdle, room * 4, exclusive ?? null, now],
  );
  return rows;
}

/** The time zones in which the window is open; undefined where it always is. */
async function openZones({ db, now, campaign: { pace } }: Turn): Promise<string[] | undefined> {
  const { window } = pace;
  if (!window) return undefined;
  const { rows } = await db.query<{ time_zone: string }>("SELECT DISTINCT time_zone FROM site UNION SELECT 'UTC'");
  return rows.map(({ time_zone }) => time_zone).filter((zone) => isOpen(window, zone, now));
}

function onePerSparedSite(candidates: readonly Candidate[]): Candidate[] {
  const sites = new Set<number>();
  return candidates.filter(({ spared_site: site }) => {
    if (site === null) return true;
    if (sites.has(site)) return false;
    sites.add(site);
    return true;
  });
}

async function skip({ db, now, campaign }: Turn, skipped: readonly { station: number; reason: string }[]) {
  if (skipped.length === 0) return;
  await db.query(
    `UPDATE campaign_target t SET state = 'skipped', reason = m.reason, ended_at = $3
     FROM jsonb_to_recordset($2::jsonb) AS m(station integer, reason text)
     WHERE t.campaign_id = $1 AND t.station_id = m.station`,
    [campaign.id, JSON.stringify(skipped), now],
  );
}

/** The commands and what is under way are written together, so that neither is there without the other. */
async function order({ db, now, campaign, tell, station }: Turn, told: readonly Begun[]) {
  if (told.length === 0) return;
  const { rows } = await db.query<{ id: number; station_id: number; type: Command["type"] }>(
    `WITH given AS (
       INSERT INTO command (station_id, type, command, origin, requested_by, created_at, delivery, expires_at, campaign_id)
       SELECT m.station, m.command ->> 'type', m.command, 'operator', $3, now(), 'queued', now() + $5 * interval '1 second', $1
       FROM jsonb_to_recordset($2::jsonb) AS m(station integer, command jsonb)
       RETURNING id, station_id, type
     ), begun AS (
       UPDATE campaign_target t SET state = 'working', reason = 'queued', command_id = given.id, began_at = $4,
         attempts = t.attempts + 1
       FROM given WHERE t.campaign_id = $1 AND t.station_id = given.station_id
     )
     SELECT id, station_id, type FROM given`,
    [campaign.id, JSON.stringify(told), campaign.created_by, now, expirySeconds],
  );
  for (const { id, station_id, type } of rows) {
    tell({
      station: station_id,
      event: { type: "command.changed", command: id, commandType: type, delivery: "queued", proof: "none" },
    });
    station(station_id);
  }
}
