import type { Stage } from "@chargehand/domain/campaigns/next-steps";
import type { Command } from "@chargehand/domain/command";
import type { Candidate } from "./candidates";
import { kindOf } from "./kinds";
import type { SettledIn } from "./settle";
import type { Turn } from "./tick";

/** A station that is connected and does not take its command within this time was overtaken by events. */
const expirySeconds = 60;

/** How many stations a campaign could begin with now. */
export async function roomOf({ db, now, campaign: { id, pace } }: Turn, stages: readonly Stage[]): Promise<number> {
  const begun = stages.filter(({ status }) => status !== "waiting" && status !== "held");
  if (!begun.some(({ counts }) => counts.waiting > 0)) return 0;
  const room = pace.atOnce - stages.reduce((sum, { counts }) => sum + counts.working, 0);
  if (room <= 0 || pace.perMinute === undefined) return room;
  const { rows } = await db.query<{ lately: number }>(
    `SELECT count(*)::int AS lately FROM campaign_target
     WHERE campaign_id = $1 AND began_at > $2::timestamptz - interval '1 minute'`,
    [id, now],
  );
  return Math.min(room, pace.perMinute - (rows[0]?.lately ?? 0));
}

/** What stations are told whose turn it is, and those for which there is nothing to do. */
export interface Beginning {
  told: { campaign: number; by: string; station: number; command: Command }[];
  settled: SettledIn[];
}

/** Gives the stations of a campaign what they are to do. */
export async function give({ db, now, campaign }: Turn, chosen: readonly Candidate[]): Promise<Beginning> {
  const { id, created_by: by } = campaign;
  const beginning: Beginning = { told: [], settled: [] };
  for (const [station, given] of await kindOf(campaign.work).give(db, chosen, now, id)) {
    if ("tell" in given) beginning.told.push({ campaign: id, by, station, command: given.tell });
    else if ("end" in given) {
      beginning.settled.push({ campaign: id, station, state: given.end, reason: given.reason });
    } else if ("watch" in given) {
      beginning.settled.push({ campaign: id, station, state: "watching", reason: given.watch });
    } else beginning.settled.push({ campaign: id, station, state: "skipped", reason: given.skip });
  }
  return beginning;
}

/** The commands and what is under way are written together, so that neither is there without the other. */
export async function order({ db, now, tell, station }: Omit<Turn, "campaign">, told: Beginning["told"]) {
  if (told.length === 0) return;
  const { rows } = await db.query<{ id: number; station_id: number; type: Command["type"] }>(
    `WITH given AS (
       INSERT INTO command (station_id, type, command, origin, requested_by, created_at, delivery, expires_at, campaign_id)
       SELECT m.station, m.command ->> 'type', m.command, 'operator', m.by, now(), 'queued',
         now() + $3 * interval '1 second', m.campaign
       FROM jsonb_to_recordset($1::jsonb) AS m(campaign integer, by text, station integer, command jsonb)
       RETURNING id, station_id, type, campaign_id
     ), begun AS (
       UPDATE campaign_target t SET state = 'working', reason = 'queued', command_id = given.id, began_at = $2,
         attempts = t.attempts + 1
       FROM given WHERE t.campaign_id = given.campaign_id AND t.station_id = given.station_id
     )
     SELECT id, station_id, type FROM given`,
    [JSON.stringify(told), now, expirySeconds],
  );
  for (const { id, station_id, type } of rows) {
    tell({
      station: station_id,
      event: { type: "command.changed", command: id, commandType: type, delivery: "queued", proof: "none" },
    });
    station(station_id);
  }
}
