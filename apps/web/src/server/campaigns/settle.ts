import type { Queryable } from "@chargehand/db/pool";
import type { TargetState } from "@chargehand/domain/campaigns/campaign";
import type { Verdict } from "@chargehand/domain/campaigns/fate";
import type { Turn } from "./tick";

/** What has become of a station. */
export interface Settled extends Omit<Verdict, "state"> {
  station: number;
  state: TargetState;
}

/** It, in the campaign that worked on it. */
export type SettledIn = Settled & { campaign: number };

/** It had been given up: when that was stays beside when the proof came. */
const isLate = "m.state = 'succeeded' AND t.state IN ('failed', 'unproven') AND t.ended_at IS NOT NULL";

/** Writes down where stations stand now, in whichever campaigns. */
export async function settle(db: Queryable, now: Date, settled: readonly SettledIn[]) {
  if (settled.length === 0) return;
  await db.query(
    `UPDATE campaign_target t SET state = m.state, reason = m.reason,
       attempts = CASE WHEN m.more THEN 0 ELSE t.attempts END,
       began_at = CASE m.state WHEN 'watching' THEN coalesce(t.began_at, $2::timestamptz) ELSE t.began_at END,
       ended_at = CASE WHEN m.state IN ('waiting', 'working', 'watching') THEN NULL WHEN ${isLate} THEN t.ended_at
         ELSE $2::timestamptz END,
       proven_late_at = CASE WHEN ${isLate} THEN
         coalesce((SELECT c.confirmed_at FROM command c WHERE c.id = t.command_id), $2::timestamptz) END,
       watching_since = CASE m.state WHEN 'watching' THEN $2::timestamptz WHEN 'waiting' THEN NULL ELSE t.watching_since END
     FROM jsonb_to_recordset($1::jsonb) AS m(campaign integer, station integer, state text, reason text, more boolean)
     WHERE t.campaign_id = m.campaign AND t.station_id = m.station`,
    [JSON.stringify(settled), now],
  );
}

/** Who has left the fleet since has nothing to do any more. Returns the campaigns that lost somebody. */
export async function skipGone(db: Queryable, campaigns: readonly number[], now: Date): Promise<Set<number>> {
  const { rows } = await db.query<{ campaign_id: number }>(
    `UPDATE campaign_target t SET state = 'skipped', reason = 'it left the fleet: it is ' || s.approval, ended_at = $2
     FROM station s
     WHERE s.approval <> 'approved' AND t.station_id = s.id AND t.state = 'waiting' AND t.campaign_id = ANY ($1::int[])
     RETURNING t.campaign_id`,
    [campaigns, now],
  );
  return new Set(rows.map(({ campaign_id }) => campaign_id));
}

/** The campaign's time is over: what has not begun is not begun any more, and each says what it waited for. */
export async function leaveRest({ db, now, campaign }: Turn): Promise<boolean> {
  const { window } = campaign.pace;
  const { rowCount } = await db.query(
    `UPDATE campaign_target t SET state = 'left', ended_at = $2, reason = 'the time was over before its turn: ' || CASE
         WHEN t.reason IS NOT NULL THEN t.reason
         WHEN NOT s.connected THEN 'it was offline'
         WHEN g.status NOT IN ('running', 'succeeded', 'failed') THEN 'its stage had not begun'
         ELSE $3 END
     FROM station s, campaign_stage g
     WHERE t.campaign_id = $1 AND t.state = 'waiting' AND s.id = t.station_id
       AND g.campaign_id = t.campaign_id AND g.number = t.stage`,
    [
      campaign.id,
      now,
      window ? `it was not free between ${window.from} and ${window.until}` : "it was busy, or others came first",
    ],
  );
  return (rowCount ?? 0) > 0;
}
