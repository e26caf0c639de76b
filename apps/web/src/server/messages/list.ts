import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { containing, type SqlParameters, sqlParameters } from "../sql";
import { withoutSecretValues } from "./mask";
import { type FrameReference, frameRef, frameReference, timeOf } from "./reference";
import { whatItSays, whatTheAnswerSays } from "./what-it-says";

/** How a call came out. `waiting`: its answer is still due. */
export const outcomes = ["ok", "repeated", "error", "no-answer", "waiting"] as const;
export type Outcome = (typeof outcomes)[number];

/** A call and its answer, as one line of the conversation. */
export interface MessageRow {
  ref: string;
  receivedAt: Date;
  direction: "in" | "out";
  messageId: string | null;
  action: string | null;
  outcome: Outcome;
  /** `ok`, `repeated`, or the error code that was answered. */
  verdict: string;
  latencyMs: number | null;
  says: string;
  answerSays: string | null;
  note: string | null;
  sessionId: number | null;
}

/** The same with both texts as they went over the wire, secrets covered. */
export interface MessageDetail extends MessageRow {
  station: { id: number; identity: string };
  call: string;
  answer: string | null;
}

const filter = z.object({
  station: z.int(),
  actions: z.array(z.string().max(60)).max(50).optional(),
  /** Heartbeats drown everything else. */
  withHeartbeats: z.boolean().default(false),
  direction: z.enum(["in", "out"]).optional(),
  outcomes: z.array(z.enum(outcomes)).optional(),
  slowerThanMs: z.int().min(0).optional(),
  session: z.int().optional(),
  text: z.string().trim().max(200).optional(),
  from: z.date().optional(),
  to: z.date().optional(),
});

export const messageList = filter.extend({
  limit: z.int().min(1).max(500).default(100),
  cursor: cursorOf(z.tuple([z.string().regex(/^\d+$/), z.string().regex(/^\d+$/)])).optional(),
});

/** A station's conversation, newest first. */
export async function listMessages({ pool }: Pick<Context, "pool">, input: z.output<typeof messageList>) {
  const parameters = sqlParameters();
  const conditions = conditionsOf(input, parameters);
  const { cursor, limit } = input;
  if (cursor) {
    conditions.push(
      `(f.received_at, f.id) < (${timeOf(parameters.add(cursor[0]))}, ${parameters.add(cursor[1])}::bigint)`,
    );
  }
  const { rows } = await pool.query<FrameSqlRow>(
    `${select} WHERE ${conditions.join(" AND ")} ORDER BY f.received_at DESC, f.id DESC LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ micros, id }) => [micros, id]);
  return { rows: window.rows.map(toRow), next: window.next };
}

export const messageTail = filter.extend({ after: frameReference });

/** What was said since a message that is already shown, and earlier calls that were answered since; oldest first. */
export async function tailMessages({ pool }: Pick<Context, "pool">, input: z.output<typeof messageTail>) {
  const parameters = sqlParameters();
  const conditions = conditionsOf(input, parameters);
  const after = timeOf(parameters.add(input.after.micros));
  conditions.push(
    // Calls wait for their answers at most this long.
    `f.received_at > ${after} - interval '2 minutes'`,
    `((f.received_at, f.id) > (${after}, ${parameters.add(input.after.id)}::bigint) OR f.answered_at >= ${after})`,
  );
  const { rows } = await pool.query<FrameSqlRow>(
    `${select} WHERE ${conditions.join(" AND ")} ORDER BY f.received_at, f.id LIMIT 500`,
    parameters.values,
  );
  return rows.map(toRow);
}

/** One message, whole. */
export async function messageByRef(
  { pool }: Pick<Context, "pool">,
  { station, micros, id }: FrameReference,
): Promise<MessageDetail> {
  const { rows } = await pool.query<
    FrameSqlRow & { identity: string; whole_call: string; whole_answer: string | null }
  >(
    `SELECT ${columns}, s.identity, f.call AS whole_call, f.answer AS whole_answer
     FROM journal.frame f JOIN station s ON s.id = f.station_id
     WHERE f.station_id = $1 AND f.received_at = ${timeOf("$2")} AND f.id = $3::bigint`,
    [station, micros, id],
  );
  const row = rows[0];
  if (!row) throw new NotFound("This message is not kept any more.");
  return {
    ...toRow(row),
    station: { id: station, identity: row.identity },
    call: withoutSecretValues(row.whole_call),
    answer: row.whole_answer === null ? null : withoutSecretValues(row.whole_answer),
  };
}

/** Which actions a station's recent conversation holds, for the filter. */
export async function messageActions({ pool, clock }: Pick<Context, "pool" | "clock">, station: number) {
  const { rows } = await pool.query<{ action: string; count: number }>(
    `SELECT action, count(*)::int AS count FROM journal.frame
     WHERE station_id = $1 AND received_at > $2::timestamptz - interval '24 hours' AND action IS NOT NULL
     GROUP BY action ORDER BY count DESC, action LIMIT 100`,
    [station, clock()],
  );
  return rows;
}

const carriersOfSecrets = [
  "ChangeConfiguration",
  "GetConfiguration",
  "SetVariables",
  "GetVariables",
  "NotifyReport",
  "SetNetworkProfile",
];

const outcomeSql = `CASE
  WHEN f.verdict IN ('ok', 'repeated') THEN f.verdict
  WHEN f.verdict = 'sent' THEN 'waiting'
  WHEN f.verdict IN ('timeout', 'no-answer') THEN 'no-answer'
  ELSE 'error' END`;

// A row of the table needs only the beginning of a long text.
const columns = `f.id::text, f.station_id, (extract(epoch FROM f.received_at) * 1000000)::bigint::text AS micros,
  f.received_at, f.direction, f.message_id, f.action, f.verdict, ${outcomeSql} AS outcome, f.note, f.session_id,
  (extract(epoch FROM f.answered_at - f.received_at) * 1000)::float8 AS latency,
  left(f.call, 8000) AS call, left(f.answer, 2000) AS answer`;

const select = `SELECT ${columns} FROM journal.frame f`;

interface FrameSqlRow {
  id: string;
  station_id: number;
  micros: string;
  received_at: Date;
  direction: 0 | 1;
  message_id: string | null;
  action: string | null;
  verdict: string;
  outcome: Outcome;
  note: string | null;
  session_id: number | null;
  latency: number | null;
  call: string;
  answer: string | null;
}

const toRow = (row: FrameSqlRow): MessageRow => ({
  ref: frameRef({ station: row.station_id, micros: row.micros, id: row.id }),
  receivedAt: row.received_at,
  direction: row.direction === 0 ? "in" : "out",
  messageId: row.message_id,
  action: row.action,
  outcome: row.outcome,
  verdict: row.verdict,
  latencyMs: row.latency,
  says: whatItSays(row.action, withoutSecretValues(row.call)),
  answerSays: row.answer === null ? null : whatTheAnswerSays(row.answer),
  note: row.note,
  sessionId: row.session_id,
});

function conditionsOf(input: z.output<typeof filter>, parameters: SqlParameters): string[] {
  const { station, actions, withHeartbeats, direction, outcomes, slowerThanMs, session, text, from, to } = input;
  return [
    `f.station_id = ${parameters.add(station)}`,
    ...(actions ? [`f.action = ANY(${parameters.add(actions)})`] : []),
    ...(withHeartbeats || actions ? [] : ["f.action IS DISTINCT FROM 'Heartbeat'"]),
    ...(direction ? [`f.direction = ${parameters.add(direction === "in" ? 0 : 1)}`] : []),
    ...(outcomes ? [`${outcomeSql} = ANY(${parameters.add(outcomes)})`] : []),
    ...(slowerThanMs === undefined
      ? []
      : [`f.answered_at - f.received_at > ${parameters.add(slowerThanMs)}::int * interval '1 millisecond'`]),
    ...(session === undefined ? [] : [`f.session_id = ${parameters.add(session)}`]),
    // Frames that may carry a secret are not searched: a search that finds is as good as a look.
    ...(text
      ? [
          `f.action <> ALL(${parameters.add(carriersOfSecrets)}) AND lower(f.call || coalesce(f.answer, '')) LIKE ${parameters.add(containing(text))}`,
        ]
      : []),
    ...(from ? [`f.received_at >= ${parameters.add(from)}`] : []),
    ...(to ? [`f.received_at <= ${parameters.add(to)}`] : []),
  ];
}
