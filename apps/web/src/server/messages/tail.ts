import { z } from "zod";
import type { Context } from "../context";
import { type SqlParameters, sqlParameters } from "../sql";
import { messageFilter } from "./filter";
import { type FrameSqlRow, fitting, frameColumns, toMessageRow } from "./frame-row";
import { type Question, questionOf } from "./question";
import { type FrameReference, frameRef, frameReference, timeOf } from "./reference";

export const messageTail = messageFilter.extend({
  /** The newest that is known. */
  after: frameReference,
  /** How many are known from this one on up to the newest: more of them may have been written since. */
  recent: z.object({ since: frameReference, count: z.int().min(0) }).optional(),
  /** Calls that had no answer yet. */
  open: z.array(frameReference).max(50).default([]),
});

type Asking = Pick<Context, "pool" | "clock">;

const mostAtOnce = 1_000;

/** What was said since a message that is already shown, what was written late, and calls that were answered since. */
export async function tailMessages({ pool, clock }: Asking, input: z.output<typeof messageTail>) {
  const { after, recent, open, ...filter } = input;
  const question = await questionOf({ pool, clock }, filter);
  const newer = await rowsOf({ pool }, question, (add) => `(f.received_at, f.id) > ${place(after, add)}`);
  const late = recent ? await lateOnes({ pool }, question, after, recent) : [];
  const answered =
    open.length === 0
      ? []
      : await rowsOf({ pool }, question, (add) => {
          const each = open.map(
            ({ station, micros, id }) =>
              `f.station_id = ${add(station)} AND f.received_at = ${timeOf(add(micros))} AND f.id = ${add(id)}::bigint`,
          );
          return `f.verdict <> 'sent' AND (${each.join(" OR ")})`;
        });
  const newest = newer.at(-1);
  return {
    rows: fitting(question, [...late, ...answered, ...newer]).map(toMessageRow),
    isMore: newer.length === mostAtOnce,
    /** So far was read, whether or not it fitted. */
    upTo: newest && frameRef({ station: newest.station_id, micros: newest.micros, id: newest.id }),
  };
}

/** All of the last moments, if there are more of them than are known. */
async function lateOnes(
  { pool }: Pick<Context, "pool">,
  question: Question,
  after: FrameReference,
  { since, count }: { since: FrameReference; count: number },
): Promise<FrameSqlRow[]> {
  const between: Where = (add) =>
    `(f.received_at, f.id) >= ${place(since, add)} AND (f.received_at, f.id) <= ${place(after, add)}
     AND f.received_at > ${timeOf(add(after.micros))} - interval '${overlapSeconds} seconds'`;
  if (question.looks.length === 0) {
    const parameters = sqlParameters();
    const { rows } = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM journal.frame f WHERE ${conditionsOf(question, between, parameters)}`,
      parameters.values,
    );
    if (rows[0]?.count === count) return [];
  }
  return rowsOf({ pool }, question, between);
}

/** Messages of several gateways are written in another order than they came, but not later than this. */
const overlapSeconds = 3;

type Where = (add: (value: unknown) => string) => string;

const place = ({ micros, id }: FrameReference, add: (value: unknown) => string) =>
  `(${timeOf(add(micros))}, ${add(id)}::bigint)`;

const conditionsOf = ({ stations, conditions }: Question, where: Where, parameters: SqlParameters) =>
  [
    where(parameters.add),
    ...(stations ? [`f.station_id = ANY(${parameters.add(stations)}::int[])`] : []),
    ...conditions(parameters),
  ].join(" AND ");

async function rowsOf({ pool }: Pick<Context, "pool">, question: Question, where: Where): Promise<FrameSqlRow[]> {
  const parameters = sqlParameters();
  const { rows } = await pool.query<FrameSqlRow>(
    `SELECT ${frameColumns(question.looks.length > 0)} FROM journal.frame f JOIN station s ON s.id = f.station_id
     WHERE ${conditionsOf(question, where, parameters)} ORDER BY f.received_at, f.id LIMIT ${mostAtOnce}`,
    parameters.values,
  );
  return rows;
}
