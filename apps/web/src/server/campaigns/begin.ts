import type { Stage } from "@chargehand/domain/campaigns/next-steps";
import type { Command } from "@chargehand/domain/command";
import type { Candidate } from "./candidates";
import { kindOf } from "./kinds";
import { type Settled, settle } from "./settle";
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

/** Begins with the stations whose turn it is. */
export async function begin(turn: Turn, chosen: readonly Candidate[]) {
  const told: Begun[] = [];
  const settled: Settled[] = [];
  for (const [station, given] of await kindOf(turn.campaign.work).give(turn.db, chosen, turn.now, turn.campaign.id)) {
    if ("tell" in given) told.push({ station, command: given.tell });
    else if ("end" in given) settled.push({ station, state: given.end, reason: given.reason });
    else settled.push({ station, state: "skipped", reason: given.skip });
  }
  await settle(turn, settled);
  await order(turn, told);
}

interface Begun {
  station: number;
  command: Command;
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
