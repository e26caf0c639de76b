import type { DomainEvent } from "@chargehand/domain/event";
import { z } from "zod";
import type { FollowedFrame } from "../../features/expert/call-view";
import type { MessageVerdict } from "../../features/messages/message-view";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { verdictSql } from "../messages/filter";
import { withoutSecretValues } from "../messages/mask";
import { frameRef } from "../messages/reference";
import { whatItSays, whatTheAnswerSays } from "../messages/what-it-says";

export const followedCommand = z.object({ station: z.int(), command: z.int() });

/** What came after a call, as far as it was the station's doing. */
export interface Followed {
  /** The call itself, once it has left us. */
  frame?: FollowedFrame;
  /** The station's answer, as it came. */
  reply?: string;
  /** What the station said in the time after, and what we asked it to prove the call; oldest first. */
  frames: FollowedFrame[];
  events: { at: Date; event: DomainEvent }[];
}

/** What follows from a call happens within this time, or cannot be told from what happens anyway. */
const windowSeconds = 120;

/** The frames of a call and of what followed, and what changed at its station since it was given. */
export async function followCommand(
  { pool }: Pick<Context, "pool">,
  { station, command }: z.output<typeof followedCommand>,
): Promise<Followed> {
  const { rows } = await pool.query<{ from: Date; message_id: string | null; questions: string[] }>(
    `SELECT m.created_at AS from, m.message_id, ARRAY(
       SELECT o.message_id FROM command o
       WHERE o.station_id = $2 AND o.id > m.id AND o.probe_of = m.id AND o.message_id IS NOT NULL
     ) AS questions
     FROM command m WHERE m.id = $1 AND m.station_id = $2`,
    [command, station],
  );
  const [sent] = rows;
  if (!sent) throw new NotFound(`There is no command number ${command} of this station.`);
  const until = new Date(sent.from.getTime() + windowSeconds * 1_000);
  const [frames, events] = await Promise.all([
    pool.query<FrameSqlRow>(
      `SELECT f.id::text, (extract(epoch FROM f.received_at) * 1000000)::bigint::text AS micros, f.received_at,
         f.direction, f.message_id, f.action, f.verdict AS code, ${verdictSql} AS verdict,
         (extract(epoch FROM f.answered_at - f.received_at) * 1000)::float8 AS latency, left(f.call, 8000) AS call,
         CASE WHEN f.direction = 1 AND f.message_id = $4 THEN f.answer ELSE left(f.answer, 2000) END AS answer
       FROM journal.frame f
       WHERE f.station_id = $1 AND f.received_at BETWEEN $2 AND $3
         AND (f.direction = 0 AND f.action IS DISTINCT FROM 'Heartbeat' OR f.message_id = $4
           OR f.direction = 1 AND f.message_id = ANY($5))
       ORDER BY f.received_at, f.id LIMIT 60`,
      [station, sent.from, until, sent.message_id, sent.questions],
    ),
    pool.query<Followed["events"][number]>(
      `SELECT at, data AS event FROM journal.event
       WHERE station_id = $1 AND received_at BETWEEN $2 AND $3 AND (command_id IS NULL OR command_id <> $4)
       ORDER BY received_at, xid, id LIMIT 100`,
      [station, sent.from, until, command],
    ),
  ]);
  const isOurs = (row: FrameSqlRow) => row.direction === 1 && row.message_id === sent.message_id;
  const call = frames.rows.find(isOurs);
  return {
    frame: call && toFrame(station, call),
    reply: call?.answer === null || call === undefined ? undefined : withoutSecretValues(call.answer),
    frames: frames.rows.filter((row) => !isOurs(row)).map((row) => toFrame(station, row)),
    events: events.rows,
  };
}

interface FrameSqlRow {
  id: string;
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

const toFrame = (station: number, row: FrameSqlRow): FollowedFrame => ({
  id: frameRef({ station, micros: row.micros, id: row.id }),
  at: row.received_at,
  from: row.direction === 0 ? "station" : "us",
  action: row.action ?? "–",
  says: whatItSays(row.action, withoutSecretValues(row.call)),
  latencyMs: row.latency ?? undefined,
  verdict: row.verdict,
  answer: row.verdict === "error" ? row.code : row.answer === null ? undefined : whatTheAnswerSays(row.answer),
});
