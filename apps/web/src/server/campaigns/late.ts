import type { CampaignStatus, CampaignWork } from "@chargehand/domain/campaigns/campaign";
import { type FollowedRow, fateColumns, fateOf } from "./follow";
import { kindOf } from "./kinds";
import { type SettledIn, settle } from "./settle";
import type { Turn } from "./tick";

/** A station that was given up is proven late, also where its campaign is over: nothing else of that changes. */
export async function settleLate({ db, now, tell }: Omit<Turn, "campaign">): Promise<void> {
  const { rows } = await db.query<FollowedRow & { work: CampaignWork; status: CampaignStatus }>(
    `SELECT ${fateColumns}, g.work, g.status
     FROM campaign g JOIN campaign_target t ON t.campaign_id = g.id JOIN command c ON c.id = t.command_id
     WHERE g.status IN ('finished', 'stopped') AND g.ended_at > $1::timestamptz - interval '30 days'
       AND t.state IN ('failed', 'unproven') AND t.watching_since IS NULL AND c.proof = 'confirmed'`,
    [now],
  );
  const proven: SettledIn[] = [];
  const over = new Map<number, CampaignStatus>();
  for (const row of rows) {
    const verdict = kindOf(row.work).verdict(fateOf(row), { began: row.began_at ?? now, now });
    if (verdict.state !== "succeeded") continue;
    proven.push({ campaign: row.campaign_id, station: row.station_id, ...verdict });
    over.set(row.campaign_id, row.status);
  }
  await settle(db, now, proven);
  for (const [campaign, status] of over) tell({ event: { type: "campaign.changed", campaign, status } });
}
