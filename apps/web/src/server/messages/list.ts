import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { MessageDetail, MessageRow, MessageVerdict } from "../../features/messages/message-view";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import { conditionsOf, messageFilter, verdictSql } from "./filter";
import { withoutSecretValues } from "./mask";
import { type FrameReference, frameRef, frameReference, timeOf } from "./reference";
import { violationsOf } from "./violations";
import { whatItSays, whatTheAnswerSays } from "./what-it-says";

type Asking = Pick<Context, "pool" | "clock">;

const digits = z.string().regex(/^\d{1,18}$/);

export const messageList = messageFilter.extend({
  limit: z.int().min(1).max(500).default(100),
  cursor: cursorOf(z.tuple([digits, digits])).optional(),
});

/** A conversation, newest first: a call and its answer are one row. */
export async function listMessages({ pool, clock }: Asking, input: z.output<typeof messageList>) {
  const { cursor, limit, ...filter } = input;
  const parameters = sqlParameters();
  const { ofStation, ofFrame } = conditionsOf(filter, parameters, clock);
  if (cursor) {
    ofFrame.push(
      `(f.received_at, f.id) < (${timeOf(parameters.add(cursor[0]))}, ${parameters.add(cursor[1])}::bigint)`,
    );
  }
  const most = parameters.add(limit + 1);
  const { rows } = await pool.query<FrameSqlRow>(
    // The index leads by station, so each station's newest are taken first, and of these the newest.
    `SELECT ${columns} FROM station s CROSS JOIN LATERAL (
       SELECT * FROM journal.frame f WHERE f.station_id = s.id AND ${["TRUE", ...ofFrame].join(" AND ")}
       ORDER BY f.received_at DESC, f.id DESC LIMIT ${most}
     ) f WHERE ${ofStation} ORDER BY f.received_at DESC, f.id DESC LIMIT ${most}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ micros, id }) => [micros, id]);
  return { rows: window.rows.map(toMessageRow), next: window.next };
}

export const messageTail = messageFilter.extend({ after: frameReference });

/** What was said since a message that is already shown, and earlier calls that were answered since; oldest first. */
export async function tailMessages({ pool, clock }: Asking, { after, ...filter }: z.output<typeof messageTail>) {
  const parameters = sqlParameters();
  const { ofStation, ofFrame } = conditionsOf(filter, parameters, clock);
  const time = timeOf(parameters.add(after.micros));
  ofFrame.push(
    // A call waits for its answer no longer than this.
    `f.received_at > ${time} - interval '2 minutes'`,
    `((f.received_at, f.id) > (${time}, ${parameters.add(after.id)}::bigint) OR f.answered_at >= ${time})`,
  );
  const { rows } = await pool.query<FrameSqlRow>(
    `SELECT ${columns} FROM station s JOIN journal.frame f ON f.station_id = s.id
     WHERE ${ofStation} AND ${ofFrame.join(" AND ")} ORDER BY f.received_at, f.id LIMIT 500`,
    parameters.values,
  );
  return rows.map(toMessageRow);
}

/** One message, whole, with what about it breaks its schema. */
export async function messageByRef(
  { pool }: Pick<Context, "pool">,
  { station, micros, id }: FrameReference,
): Promise<MessageDetail> {
  const { rows } = await pool.query<FrameSqlRow & WholeFrame>(
    `SELECT ${columns}, f.call AS whole_call, f.answer AS whole_answer, f.answered_at, f.note, f.session_id,
       coalesce(link.version, s.version) AS version
     FROM journal.frame f JOIN station s ON s.id = f.station_id LEFT JOIN connection link ON link.epoch = f.epoch
     WHERE f.station_id = $1 AND f.received_at = ${timeOf("$2")} AND f.id = $3::bigint`,
    [station, micros, id],
  );
  const row = rows[0];
  if (!row) throw new NotFound("This message is not kept any more.");
  return {
    ...toMessageRow(row),
    version: row.version ?? undefined,
    call: withoutSecretValues(row.whole_call),
    reply: row.whole_answer === null ? undefined : withoutSecretValues(row.whole_answer),
    repliedAt: row.answered_at ?? undefined,
    violations: row.action && row.version ? violationsOf(row.version, row.action, row.whole_call) : [],
    note: row.note ?? undefined,
    sessionId: row.session_id === null ? undefined : String(row.session_id),
  };
}

/** Which actions a recent conversation holds, and how many of each, for the filter. */
export async function messageActions({ pool, clock }: Asking, station: number | undefined) {
  const hours = station === undefined ? 1 : 24;
  const { rows } = await pool.query<{ action: string; count: number }>(
    `SELECT f.action, count(*)::int AS count FROM station s JOIN journal.frame f ON f.station_id = s.id
     WHERE ($1::int IS NULL OR s.id = $1) AND f.received_at > $2 AND f.action IS NOT NULL
     GROUP BY f.action ORDER BY count DESC, f.action LIMIT 100`,
    [station ?? null, new Date(clock().getTime() - hours * 3_600_000)],
  );
  return rows;
}

// A row of the table needs only the beginning of a long text.
const columns = `f.id::text, f.station_id, s.identity, (extract(epoch FROM f.received_at) * 1000000)::bigint::text AS micros,
  f.received_at, f.direction, f.message_id, f.action, f.verdict AS code, ${verdictSql} AS verdict,
  (extract(epoch FROM f.answered_at - f.received_at) * 1000)::float8 AS latency,
  left(f.call, 8000) AS call, left(f.answer, 2000) AS answer`;

interface FrameSqlRow {
  id: string;
  station_id: number;
  identity: string;
  micros: string;
  received_at: Date;
  direction: 0 | 1;
  message_id: string | null;
  action: string | null;
  code: string;
  verdict: MessageVerdict;
  latency: number | null;
  call: string;
  answer: string | null;
}

interface WholeFrame {
  whole_call: string;
  whole_answer: string | null;
  answered_at: Date | null;
  note: string | null;
  session_id: number | null;
  version: OcppVersion | null;
}

const toMessageRow = (row: FrameSqlRow): MessageRow => ({
  id: frameRef({ station: row.station_id, micros: row.micros, id: row.id }),
  at: row.received_at,
  station: row.identity,
  from: row.direction === 0 ? "station" : "us",
  messageId: row.message_id ?? undefined,
  action: row.action ?? "–",
  says: whatItSays(row.action, withoutSecretValues(row.call)),
  latencyMs: row.latency ?? undefined,
  verdict: row.verdict,
  answer: row.verdict === "error" ? row.code : row.answer === null ? undefined : whatTheAnswerSays(row.answer),
});
