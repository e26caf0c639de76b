import type { SymptomFacts } from "@chargehand/domain/issues/issue";
import type { SignedIn } from "../context";
import { NotFound } from "../errors";
import { type IssueRow, issueRow, similarIssues } from "./list";

/** An issue with everything that is known of it. */
export interface IssueDetail extends IssueRow {
  symptoms: IssueSymptom[];
  history: IssueLine[];
  tries: IssueTryRow[];
  sessions: AffectedSession[];
  commands: TriedCommand[];
  similar: IssueRow[];
}

export interface IssueSymptom {
  station: { id: number; identity: string; name: string | null; connected: boolean };
  facts: SymptomFacts;
  since: Date;
  clearedAt: Date | null;
  times: number;
}

export interface IssueLine {
  id: string;
  at: Date;
  type: string;
  actor: string | null;
  data: {
    count?: number;
    to?: string | null;
    until?: string;
    text?: string;
    reason?: string;
    detail?: string;
    rule?: string;
  };
}

/** What a rule tried, step by step. */
export interface IssueTryRow {
  id: number;
  rule: string | null;
  type: string;
  state: "planned" | "tried" | "worked" | "failed" | "dropped";
  dueAt: Date;
  triedAt: Date | null;
  command: number | null;
  answeredAt: Date | null;
  answer: string | null;
  confirmedAt: Date | null;
  evidence: string | null;
  settledAt: Date | null;
  detail: string | null;
}

export interface AffectedSession {
  id: number;
  identity: string;
  startedAt: Date | null;
  endedAt: Date | null;
  energyWh: number | null;
  stopReason: string | null;
}

export interface TriedCommand {
  id: number;
  identity: string;
  type: string;
  by: string;
  createdAt: Date;
  delivery: string;
  answer: string | null;
  proof: string;
}

/** One issue. */
export async function issueById(context: Pick<SignedIn, "pool">, id: number): Promise<IssueDetail> {
  const row = await issueRow(context, id);
  if (!row) throw new NotFound(`There is no issue number ${id}.`);
  const [symptoms, history, tries, sessions, commands, similar] = await Promise.all([
    ask<IssueSymptom>(context, symptomsSql, id),
    ask<IssueLine>(context, historySql, id),
    ask<IssueTryRow>(context, triesSql, id),
    ask<AffectedSession>(context, sessionsSql, id),
    ask<TriedCommand>(context, commandsSql, id),
    similarIssues(context, id),
  ]);
  return { ...row, symptoms, history, tries, sessions, commands, similar };
}

async function ask<Row extends object>({ pool }: Pick<SignedIn, "pool">, sql: string, id: number): Promise<Row[]> {
  return (await pool.query<Row>(sql, [id])).rows;
}

const symptomsSql = `SELECT jsonb_build_object('id', s.id, 'identity', s.identity, 'name', s.name, 'connected', s.connected) AS station,
    c.facts, c.since, c.cleared_at AS "clearedAt", c.times
  FROM issue_child c JOIN station s ON s.id = c.station_id WHERE c.issue_id = $1
  ORDER BY c.cleared_at IS NOT NULL, c.since, s.identity LIMIT 500`;

const historySql = `SELECT e.id::text, e.at, e.type, e.actor, coalesce(e.data, '{}') AS data FROM issue_entry e
  WHERE e.issue_id = $1 ORDER BY e.id DESC LIMIT 500`;

const triesSql = `SELECT t.id, r.name AS rule, t.command ->> 'type' AS type, t.state, t.due_at AS "dueAt", t.tried_at AS "triedAt",
    t.command_id AS command, m.answered_at AS "answeredAt", m.answer, m.confirmed_at AS "confirmedAt", m.evidence,
    t.settled_at AS "settledAt", t.detail
  FROM issue_try t LEFT JOIN issue_rule r ON r.id = t.rule_id LEFT JOIN command m ON m.id = t.command_id
  WHERE t.issue_id = $1 ORDER BY t.id`;

/** Sessions that ran at its places while it lasted, or ended as it began. */
const sessionsSql = `SELECT DISTINCT x.id, s.identity, x.started_at AS "startedAt", x.ended_at AS "endedAt",
    coalesce(x.meter_end_wh, x.meter_wh) - x.meter_start_wh AS "energyWh", x.stop_reason AS "stopReason"
  FROM issue i JOIN issue_child c ON c.issue_id = i.id JOIN station s ON s.id = c.station_id
  JOIN session x ON x.station_id = c.station_id AND x.received_at > c.since - interval '2 days'
  WHERE i.id = $1 AND (c.facts ->> 'kind' = 'session' AND x.id = (c.facts ->> 'session')::int
    OR c.facts ->> 'kind' <> 'session' AND x.received_at < coalesce(c.cleared_at, now())
      AND coalesce(x.end_received_at, now()) > c.since - interval '1 minute'
      AND (c.facts ->> 'evse' IS NULL OR (c.facts ->> 'evse')::int IN (0, x.evse)))
  ORDER BY x.id DESC LIMIT 50`;

const commandsSql = `SELECT DISTINCT m.id, s.identity, m.type, coalesce(u.name, k.name, m.requested_by, m.origin) AS by,
    m.created_at AS "createdAt", m.delivery, m.answer, m.proof
  FROM issue i JOIN issue_child c ON c.issue_id = i.id JOIN station s ON s.id = c.station_id
  JOIN command m ON m.station_id = c.station_id AND m.probe_of IS NULL AND m.created_at >= i.opened_at
    AND m.created_at <= coalesce(i.resolved_at, now())
  LEFT JOIN "user" u ON u.id = m.requested_by LEFT JOIN api_key k ON 'key:' || k.id = m.requested_by
  WHERE i.id = $1 ORDER BY m.id DESC LIMIT 50`;
