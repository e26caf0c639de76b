import { type CampaignRow, listCampaigns } from "../campaigns/list";
import { type CommandRow, listCommands } from "../commands/list";
import type { SignedIn } from "../context";
import { type IssueRow, listIssues } from "../issues/list";

/** How the network stands at the end of a shift, as far as the next operator has to know. */
export interface ShiftFacts {
  since: Date;
  /** Open issues, whosoever they are; at most as many as are shown. */
  open: IssueRow[];
  unproven: CommandRow[];
  muted: IssueRow[];
  /** What was wrong and is over, since the shift began. */
  healed: IssueRow[];
  counts: { opened: number; healed: number; sessions: number; energyWh: number };
  /** Those that are not over, the newest first. */
  campaigns: Pick<CampaignRow, "id" | "name" | "status" | "startsAt" | "reason">[];
}

const most = 200;

/** Everything a handover is made of, since a moment. */
export async function shiftFacts(
  context: Pick<SignedIn, "pool" | "person" | "clock">,
  { since }: { since: Date },
): Promise<ShiftFacts> {
  const [open, unproven, muted, over, counts, campaigns] = await Promise.all([
    listIssues(context, { view: "open", limit: most }),
    listCommands(context, { only: "unproven", mine: false, limit: 50 }),
    listIssues(context, { view: "muted", limit: most }),
    listIssues(context, { view: "over", limit: most }),
    countShift(context, since),
    listCampaigns(context, { active: true, limit: most }),
  ]);
  return {
    since,
    open: open.rows,
    unproven: unproven.rows.filter(({ createdAt }) => createdAt >= new Date(since.getTime() - 86_400_000)),
    muted: muted.rows,
    healed: over.rows.filter(({ resolvedAt }) => resolvedAt !== null && resolvedAt >= since),
    counts,
    campaigns: campaigns.rows.map(({ id, name, status, startsAt, reason }) => ({ id, name, status, startsAt, reason })),
  };
}

async function countShift({ pool }: Pick<SignedIn, "pool">, since: Date): Promise<ShiftFacts["counts"]> {
  const { rows } = await pool.query<ShiftFacts["counts"]>(
    `SELECT (SELECT count(*)::int FROM issue WHERE opened_at >= $1) AS opened,
       (SELECT count(*)::int FROM issue WHERE state = 'resolved' AND resolved_at >= $1) AS healed,
       s.count AS sessions, s.energy AS "energyWh"
     FROM (SELECT count(*)::int AS count, coalesce(sum(greatest(meter_end_wh - meter_start_wh, 0)), 0)::float8 AS energy
       FROM session WHERE received_at >= $1 AND status = 'ended') s`,
    [since],
  );
  return rows[0] ?? { opened: 0, healed: 0, sessions: 0, energyWh: 0 };
}
