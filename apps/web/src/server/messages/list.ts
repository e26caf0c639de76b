import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { MessageDetail } from "../../features/messages/message-view";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, encodeCursor } from "../paging";
import { explained } from "./detail";
import { messageFilter } from "./filter";
import { type FrameSqlRow, frameColumns, placeOf, toMessageRow } from "./frame-row";
import { withoutSecretValues } from "./mask";
import { questionOf } from "./question";
import { type FrameReference, frameReference, timeOf } from "./reference";
import { search } from "./search";

type Asking = Pick<Context, "pool" | "clock">;

const digits = z.string().regex(/^\d{1,18}$/);

export const messageList = messageFilter.extend({
  limit: z.int().min(1).max(500).default(100),
  cursor: cursorOf(z.tuple([digits, digits])).optional(),
  /** Only what was said before this message. */
  before: frameReference.optional(),
});

/** A conversation, newest first: a call and its answer are one row. Says how far back it looked. */
export async function listMessages({ pool, clock }: Asking, input: z.output<typeof messageList>) {
  const { cursor, before: earlierThan, limit, ...filter } = input;
  const question = await questionOf({ pool, clock }, filter);
  const before = cursor ? { micros: cursor[0], id: cursor[1] } : earlierThan;
  const { rows, reached, isComplete } = await search({ pool, clock }, question, { before, most: limit + 1 });

  const window = rows.slice(0, limit);
  const last = window.at(-1);
  const end = rows.length > limit && last ? placeOf(last) : isComplete ? undefined : reached;
  return {
    rows: window.map(toMessageRow),
    next: end && encodeCursor([end.micros, end.id]),
    /** The search ended here because its time was over, not because there was nothing more to look at. */
    reached: end && rows.length <= limit ? new Date(Number(BigInt(end.micros) / 1_000n)) : undefined,
    /** Nothing before this was asked for. */
    since: question.since,
  };
}

/** One message, whole, with what about it breaks its schema. */
export async function messageByRef(
  { pool }: Pick<Context, "pool">,
  { station, micros, id }: FrameReference,
): Promise<MessageDetail> {
  const { rows } = await pool.query<FrameSqlRow & WholeFrame>(
    `SELECT ${frameColumns(false)}, f.call AS whole_call, f.answer AS whole_answer, f.note, f.session_id,
       coalesce(link.version, s.version) AS spoken
     FROM journal.frame f JOIN station s ON s.id = f.station_id LEFT JOIN connection link ON link.epoch = f.epoch
     WHERE f.station_id = $1 AND f.received_at = ${timeOf("$2")} AND f.id = $3::bigint`,
    [station, micros, id],
  );
  const row = rows[0];
  if (!row) throw new NotFound("This message is not kept any more.");
  return {
    ...toMessageRow(row),
    version: row.spoken ?? undefined,
    call: withoutSecretValues(row.whole_call),
    reply: row.whole_answer === null ? undefined : withoutSecretValues(row.whole_answer),
    repliedAt: row.answered_at ?? undefined,
    // The secrets are covered in what is explained, but whether a call breaks its schema is told of the call as it was.
    ...(await explained(row.spoken ?? undefined, row.action, {
      call: row.whole_call,
      reply: row.whole_answer ?? undefined,
    })),
    note: row.note ?? undefined,
    sessionId: row.session_id === null ? undefined : String(row.session_id),
  };
}

interface WholeFrame {
  whole_call: string;
  whole_answer: string | null;
  note: string | null;
  session_id: number | null;
  /** The version it was said in, which may not be the station's of today. */
  spoken: OcppVersion | null;
}
