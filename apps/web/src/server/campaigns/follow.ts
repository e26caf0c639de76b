import type { Queryable } from "@chargehand/db/pool";
import type { TargetState } from "@chargehand/domain/campaigns/campaign";
import type { Fate } from "@chargehand/domain/campaigns/fate";
import type { CommandType } from "@chargehand/domain/command";
import { kindOf } from "./kinds";
import type { Settled, SettledIn } from "./settle";
import type { Turn } from "./tick";

/** A station that goes offline each time it is to be told something is given up after this many. */
const mostAttempts = 5;

/** What the fate of a target's command `c` is made of. */
export const fateColumns = `t.campaign_id, t.station_id, t.state, t.reason, t.attempts, t.began_at, c.type AS command,
  c.delivery, c.answer, c.proof, c.detail, c.evidence, c.plan #>> '{watch,booted}' AS booted`;

/** How the commands of these campaigns stand that are under way, and those that were proven late. */
export async function followed(db: Queryable, campaigns: readonly number[]): Promise<Map<number, FollowedRow[]>> {
  const { rows } = await db.query<FollowedRow>(
    `SELECT ${fateColumns}
     FROM campaign_target t JOIN command c ON c.id = t.command_id
     WHERE t.campaign_id = ANY ($1::int[]) AND (t.state = 'working'
       OR t.state IN ('failed', 'unproven') AND c.proof = 'confirmed' AND t.watching_since IS NULL)`,
    [campaigns],
  );
  const byCampaign = new Map<number, FollowedRow[]>();
  for (const row of rows) {
    const known = byCampaign.get(row.campaign_id);
    if (known) known.push(row);
    else byCampaign.set(row.campaign_id, [row]);
  }
  return byCampaign;
}

/** Judges what became of them, and looks at those that have to stand a test. Says who has moved. */
export async function follow({ db, now, campaign }: Turn, rows: readonly FollowedRow[]): Promise<SettledIn[]> {
  const kind = kindOf(campaign.work);
  const moved = rows.flatMap((row): Settled[] => {
    const verdict = kind.verdict(fateOf(row), { began: row.began_at ?? now, now });
    const spent = verdict.state === "waiting" && !verdict.more && row.attempts >= mostAttempts;
    const next = spent ? { state: "failed" as const, reason: `offline at each of ${row.attempts} tries` } : verdict;
    const isNews = next.state !== row.state || (next.reason ?? null) !== row.reason;
    return isNews ? [{ station: row.station_id, ...next }] : [];
  });
  const watched = (await kind.watch?.(db, campaign.id, now)) ?? [];
  return [...moved, ...watched].map((settled) => ({ campaign: campaign.id, ...settled }));
}

export interface FollowedRow {
  campaign_id: number;
  station_id: number;
  state: TargetState;
  reason: string | null;
  attempts: number;
  began_at: Date | null;
  command: CommandType;
  delivery: Fate["delivery"];
  answer: NonNullable<Fate["answer"]> | null;
  proof: Fate["proof"];
  detail: string | null;
  evidence: string | null;
  booted: string | null;
}

export const fateOf = ({ command, delivery, answer, proof, detail, evidence, booted }: FollowedRow): Fate => ({
  command,
  delivery,
  proof,
  answer: answer ?? undefined,
  detail: detail ?? undefined,
  evidence: evidence ?? undefined,
  booted: booted ?? undefined,
});
