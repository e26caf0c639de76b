import type { TargetState } from "@chargehand/domain/campaigns/campaign";
import type { Fate } from "@chargehand/domain/campaigns/fate";
import { kindOf } from "./kinds";
import type { Turn } from "./tick";

/** A station that goes offline each time it is to be told something is given up after this many. */
const mostAttempts = 5;

/** Looks what became of the commands that are under way, and of those that were proven late. True when something moved. */
export async function follow({ db, now, campaign }: Turn): Promise<boolean> {
  const { rows } = await db.query<FollowedRow>(
    `SELECT t.station_id, t.state, t.reason, t.attempts, c.delivery, c.answer, c.proof, c.detail, c.evidence
     FROM campaign_target t JOIN command c ON c.id = t.command_id
     WHERE t.campaign_id = $1 AND (t.state = 'working' OR t.state = 'failed' AND c.proof = 'confirmed')`,
    [campaign.id],
  );
  const { verdict: verdictOf } = kindOf(campaign.work);
  const moved = rows.flatMap(({ station_id, state, reason, attempts, ...row }) => {
    const verdict = verdictOf(fateOf(row));
    const spent = verdict.state === "waiting" && attempts >= mostAttempts;
    const next = spent ? { state: "failed", reason: `offline at each of ${attempts} tries` } : verdict;
    if (next.state === state && (next.reason ?? null) === reason) return [];
    return [{ station: station_id, state: next.state, reason: next.reason }];
  });
  if (moved.length === 0) return false;
  await db.query(
    `UPDATE campaign_target t SET state = m.state, reason = m.reason,
       ended_at = CASE WHEN m.state IN ('waiting', 'working') THEN NULL ELSE $3::timestamptz END
     FROM jsonb_to_recordset($2::jsonb) AS m(station integer, state text, reason text)
     WHERE t.campaign_id = $1 AND t.station_id = m.station`,
    [campaign.id, JSON.stringify(moved), now],
  );
  return true;
}

interface FollowedRow {
  station_id: number;
  state: TargetState;
  reason: string | null;
  attempts: number;
  delivery: Fate["delivery"];
  answer: NonNullable<Fate["answer"]> | null;
  proof: Fate["proof"];
  detail: string | null;
  evidence: string | null;
}

const fateOf = ({
  answer,
  detail,
  evidence,
  ...rest
}: Omit<FollowedRow, "station_id" | "state" | "reason" | "attempts">): Fate => ({
  ...rest,
  answer: answer ?? undefined,
  detail: detail ?? undefined,
  evidence: evidence ?? undefined,
});
