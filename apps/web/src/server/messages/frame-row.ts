import { outcomeSql } from "@chargehand/db/frame-index";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { MessageRow, MessageVerdict } from "../../features/messages/message-view";
import type { Context } from "../context";
import { type SqlParameters, sqlParameters } from "../sql";
import { withoutSecretValues } from "./mask";
import type { Question } from "./question";
import { frameRef, timeOf } from "./reference";
import { whatItSays, whatTheAnswerSays } from "./what-it-says";

/** A frame as a list reads it. */
export interface FrameSqlRow {
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
  answered_at: Date | null;
  version: OcppVersion | null;
  call: string;
  answer: string | null;
}

/** A place between two frames: what is later, and of the same instant what has a larger number, is on one side of it. */
export interface Place {
  micros: string;
  id: string;
}

export const microsOf = (at: Date) => BigInt(at.getTime()) * 1_000n;
/** Just before an instant. */
export const placeAt = (micros: bigint): Place => ({ micros: String(micros), id: "0" });
export const placeOf = ({ micros, id }: FrameSqlRow): Place => ({ micros, id });

export const microsSql = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint::text`;

/** The columns of a row; a row of a table needs only the beginning of a long text. */
export const frameColumns = (
  isWhole: boolean,
) => `f.id::text, f.station_id, s.identity, ${microsSql("f.received_at")} AS micros,
  f.received_at, f.direction, f.message_id, f.action, f.verdict AS code, ${outcomeSql} AS verdict,
  (extract(epoch FROM f.answered_at - f.received_at) * 1000)::float8 AS latency, f.answered_at, s.version,
  ${isWhole ? "f.call, f.answer" : "left(f.call, 8000) AS call, left(f.answer, 2000) AS answer"}`;

/** Where frames `f` come from, given what they must be: the question's conditions, before a place. */
type Source = (
  parameters: SqlParameters,
  conditionsBefore: (place: Place) => string[],
) => { from: string; limit?: number };

/** Reads frames that the database's part of a question holds for, newest first. */
export async function readFrames(
  { pool, question, isWhole = false }: Pick<Context, "pool"> & { question: Question; isWhole?: boolean },
  source: Source,
): Promise<FrameSqlRow[]> {
  const parameters = sqlParameters();
  const { from, limit } = source(parameters, ({ micros, id }) => [
    `(f.received_at, f.id) < (${timeOf(parameters.add(micros))}, ${parameters.add(id)}::bigint)`,
    ...question.conditions(parameters),
  ]);
  const { rows } = await pool.query<FrameSqlRow>(
    `SELECT ${frameColumns(isWhole || question.looks.length > 0)} FROM (
       SELECT f.* FROM ${from} ORDER BY f.received_at DESC, f.id DESC ${limit === undefined ? "" : `LIMIT ${limit}`}
     ) f JOIN station s ON s.id = f.station_id ORDER BY f.received_at DESC, f.id DESC`,
    parameters.values,
  );
  return rows;
}

/** Those that stand a look at what they carry, secrets covered. */
export function fitting({ looks }: Pick<Question, "looks">, rows: FrameSqlRow[]): FrameSqlRow[] {
  if (looks.length === 0) return rows;
  return rows.filter(({ action, call, answer }) => {
    const carried = {
      action,
      call: withoutSecretValues(call),
      answer: answer === null ? null : withoutSecretValues(answer),
    };
    return looks.every((holds) => holds(carried));
  });
}

/** A row as the console shows it. */
export const toMessageRow = (row: FrameSqlRow): MessageRow => ({
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
