import type { Answer, Command, CommandType, Delivery, Proof } from "@chargehand/domain/command";
import type { ProofPlan } from "@chargehand/domain/proof";
import { z } from "zod";
import type { Context, SignedIn } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import { type CommandFacts, type Lifecycle, lifecycleOf } from "./lifecycle";
import { withoutSecrets } from "./send";

/** A command as the console shows it. */
export interface CommandView {
  id: number;
  station: { id: number; identity: string; name: string | null };
  type: CommandType;
  /** The domain's command; `null` for a raw action, which `action` then names. */
  command: Command | null;
  action: string | null;
  origin: string;
  requestedBy: string | null;
  reason: string | null;
  createdAt: Date;
  lifecycle: Lifecycle;
  /** The command of the same station that must come first, while this one waits. */
  behind: { id: number; type: CommandType } | null;
}

export const commandList = z.object({
  station: z.int().optional(),
  /** Only what the asking person sent. */
  mine: z.boolean().default(false),
  /** `open`: still on its way. `unproven`: accepted, and never seen to have happened. */
  only: z.enum(["open", "unproven"]).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

/** Commands, newest first. Questions that only bring another command's evidence are left out. */
export async function listCommands(
  { pool, person }: Pick<SignedIn, "pool" | "person">,
  { station, mine, only, limit, cursor }: z.output<typeof commandList>,
) {
  const parameters = sqlParameters();
  const conditions = [
    "m.probe_of IS NULL",
    ...(station === undefined ? [] : [`m.station_id = ${parameters.add(station)}`]),
    ...(mine ? [`m.requested_by = ${parameters.add(person.id)}`] : []),
    ...(only ? [narrowings[only]] : []),
    ...(cursor ? [`m.id < ${parameters.add(cursor[0])}`] : []),
  ];
  const { rows } = await pool.query<CommandSqlRow>(
    `${select} WHERE ${conditions.join(" AND ")} ORDER BY m.id DESC LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ id }) => [id]);
  return { rows: window.rows.map(toView), next: window.next };
}

/** One command. */
export async function commandById({ pool }: Pick<Context, "pool">, id: number): Promise<CommandView> {
  const { rows } = await pool.query<CommandSqlRow>(`${select} WHERE m.id = $1`, [id]);
  if (!rows[0]) throw new NotFound(`There is no command number ${id}.`);
  return toView(rows[0]);
}

const narrowings = {
  open: "(m.delivery IN ('held', 'queued') OR m.proof = 'waiting' OR m.delivery = 'sent' AND m.answer IS NULL)",
  unproven: "m.proof = 'unproven'",
} as const;

const select = `SELECT m.id, m.station_id, s.identity, s.name AS station_name, m.type, m.command, m.action, m.origin,
    coalesce(u.name, m.requested_by) AS requested_by, m.reason, m.created_at AS "createdAt",
    m.hold_until AS "holdUntil", m.expires_at AS "expiresAt", m.delivery, m.sent_at AS "sentAt", m.answer,
    m.answered_at AS "answeredAt", m.proof, m.plan, m.deadline, m.unproven_at AS "unprovenAt",
    m.confirmed_at AS "confirmedAt", m.detail, m.evidence, ahead.id AS ahead_id, ahead.type AS ahead_type
  FROM command m
  JOIN station s ON s.id = m.station_id
  LEFT JOIN "user" u ON u.id = m.requested_by
  LEFT JOIN LATERAL (
    SELECT o.id, o.type FROM command o
    WHERE m.delivery = 'queued' AND o.station_id = m.station_id AND o.id < m.id
      AND (o.delivery = 'queued' OR o.delivery = 'sent' AND o.answer IS NULL)
      AND o.created_at > m.created_at - interval '1 day'
    ORDER BY o.id LIMIT 1
  ) ahead ON TRUE`;

interface CommandSqlRow extends CommandFacts {
  id: number;
  station_id: number;
  identity: string;
  station_name: string | null;
  type: CommandType;
  command: Command | null;
  action: string | null;
  origin: string;
  requested_by: string | null;
  reason: string | null;
  delivery: Delivery;
  answer: Answer | null;
  proof: Proof;
  plan: ProofPlan | null;
  ahead_id: number | null;
  ahead_type: CommandType | null;
}

const toView = (row: CommandSqlRow): CommandView => ({
  id: row.id,
  station: { id: row.station_id, identity: row.identity, name: row.station_name },
  type: row.type,
  command: row.command && withoutSecrets(row.command),
  action: row.action,
  origin: row.origin,
  requestedBy: row.requested_by,
  reason: row.reason,
  createdAt: row.createdAt,
  lifecycle: lifecycleOf(row),
  behind: row.ahead_id !== null && row.ahead_type !== null ? { id: row.ahead_id, type: row.ahead_type } : null,
});
