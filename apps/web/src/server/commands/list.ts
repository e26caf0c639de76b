import type { Answer, Command, CommandType, Delivery, Proof } from "@chargehand/domain/command";
import type { ProofPlan, Watch } from "@chargehand/domain/proof";
import { z } from "zod";
import type { CommandView } from "../../features/commands/command-view";
import type { Context, SignedIn } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import { placeOf } from "./place";
import { withoutSecrets } from "./secrets";

/** A command as the console shows it, with what only its own page and its buttons need. */
export interface CommandRow extends CommandView {
  stationId: number;
  origin: string;
  reason?: string;
  /** What would prove it. */
  watch?: Watch;
  /** The command of the same station that must come first, while this one waits. */
  behind?: { id: string; type: CommandType };
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
  return { rows: window.rows.map(toCommandRow), next: window.next };
}

/** One command. */
export async function commandById({ pool }: Pick<Context, "pool">, id: number): Promise<CommandRow> {
  const { rows } = await pool.query<CommandSqlRow>(`${select} WHERE m.id = $1`, [id]);
  if (!rows[0]) throw new NotFound(`There is no command number ${id}.`);
  return toCommandRow(rows[0]);
}

const narrowings = {
  open: "(m.delivery IN ('held', 'queued') OR m.proof = 'waiting' OR m.delivery = 'sent' AND m.answer IS NULL)",
  unproven: "m.proof = 'unproven'",
} as const;

const select = `SELECT m.id, m.station_id, s.identity, m.command, m.origin, coalesce(u.name, k.name, m.requested_by) AS requested_by,
    m.reason, m.created_at, m.hold_until, m.expires_at, m.delivery, m.sent_at, m.answer, m.answered_at, m.proof, m.plan,
    m.deadline, m.unproven_at, m.confirmed_at, m.detail, m.evidence, ahead.id AS ahead_id, ahead.type AS ahead_type,
    run.id AS session_id, run.evse AS session_evse, run.connector AS session_connector,
    coalesce((SELECT max(c.connector) FROM connector c WHERE c.station_id = s.id) > 1, FALSE) AS several
  FROM command m
  JOIN station s ON s.id = m.station_id
  LEFT JOIN "user" u ON u.id = m.requested_by
  LEFT JOIN api_key k ON 'key:' || k.id = m.requested_by
  LEFT JOIN session run ON run.station_id = m.station_id AND run.wire_id = m.command->>'session' AND NOT run.orphan
  LEFT JOIN LATERAL (
    SELECT o.id, o.type FROM command o
    WHERE m.delivery = 'queued' AND o.station_id = m.station_id AND o.id < m.id
      AND (o.delivery = 'queued' OR o.delivery = 'sent' AND o.answer IS NULL)
      AND o.created_at > m.created_at - interval '1 day'
    ORDER BY o.id LIMIT 1
  ) ahead ON TRUE`;

interface CommandSqlRow {
  id: number;
  station_id: number;
  identity: string;
  command: Command;
  origin: string;
  requested_by: string | null;
  reason: string | null;
  created_at: Date;
  hold_until: Date | null;
  expires_at: Date;
  delivery: Delivery;
  sent_at: Date | null;
  answer: Answer | null;
  answered_at: Date | null;
  proof: Proof;
  plan: ProofPlan | null;
  deadline: Date | null;
  unproven_at: Date | null;
  confirmed_at: Date | null;
  detail: string | null;
  evidence: string | null;
  ahead_id: number | null;
  ahead_type: CommandType | null;
  session_id: number | null;
  session_evse: number | null;
  session_connector: number | null;
  several: boolean;
}

const toCommandRow = (row: CommandSqlRow): CommandRow => ({
  id: String(row.id),
  stationId: row.station_id,
  station: row.identity,
  command: withoutSecrets(row.command),
  place: placeOf(row.command, { evse: row.session_evse, connector: row.session_connector }, row.several),
  by: row.requested_by ?? row.origin,
  origin: row.origin,
  reason: row.reason ?? undefined,
  sessionId: row.session_id ?? undefined,
  delivery: row.delivery,
  answer: row.answer ?? undefined,
  answerDetail: row.detail ?? undefined,
  proof: row.proof,
  createdAt: row.created_at,
  heldUntil: row.hold_until ?? undefined,
  expiresAt: row.expires_at,
  sentAt: row.sent_at ?? undefined,
  answeredAt: row.answered_at ?? undefined,
  deadline: row.deadline ?? undefined,
  unprovenAt: row.unproven_at ?? undefined,
  confirmedAt: row.confirmed_at ?? undefined,
  evidence: row.evidence === null ? undefined : { text: row.evidence },
  watch: row.plan?.watch,
  ...(row.plan && row.deadline && { deadlineFrom: row.plan.deadlineFrom ?? "us" }),
  usualSeconds: row.plan?.deadlineFrom === "model" ? row.plan.deadlineSeconds : undefined,
  behind:
    row.ahead_id !== null && row.ahead_type !== null ? { id: String(row.ahead_id), type: row.ahead_type } : undefined,
});
