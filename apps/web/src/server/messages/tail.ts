import type { z } from "zod";
import type { Context } from "../context";
import { sqlParameters } from "../sql";
import { messageFilter } from "./filter";
import { type FrameSqlRow, fitting, frameColumns, toMessageRow } from "./frame-row";
import { questionOf } from "./question";
import { frameReference, timeOf } from "./reference";

export const messageTail = messageFilter.extend({ after: frameReference });

const mostAtOnce = 1_000;

/** What was said since a message that is already shown, and earlier calls that were answered since; oldest first. */
export async function tailMessages(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { after, ...filter }: z.output<typeof messageTail>,
) {
  const question = await questionOf({ pool, clock }, filter);
  const parameters = sqlParameters();
  const time = timeOf(parameters.add(after.micros));
  const conditions = [
    ...(question.stations ? [`f.station_id = ANY(${parameters.add(question.stations)}::int[])`] : []),
    // A call waits for its answer no longer than this.
    `f.received_at > ${time} - interval '2 minutes'`,
    `((f.received_at, f.id) > (${time}, ${parameters.add(after.id)}::bigint) OR f.answered_at >= ${time})`,
    ...question.conditions(parameters),
  ];
  const { rows } = await pool.query<FrameSqlRow>(
    `SELECT ${frameColumns(question.looks.length > 0)} FROM journal.frame f JOIN station s ON s.id = f.station_id
     WHERE ${conditions.join(" AND ")} ORDER BY f.received_at, f.id LIMIT ${mostAtOnce}`,
    parameters.values,
  );
  return fitting(question, rows).map(toMessageRow);
}

/** Which actions a recent conversation holds, and how many of each, for the filter. */
export async function messageActions({ pool, clock }: Pick<Context, "pool" | "clock">, station: number | undefined) {
  const dayAgo = new Date(clock().getTime() - 24 * 3_600_000);
  const { rows } = await pool.query<{ action: string; count: number }>(
    station === undefined ? countedBefore : countedNow,
    station === undefined ? [dayAgo] : [dayAgo, station],
  );
  return rows;
}

const countedNow = `SELECT f.action, count(*)::int AS count FROM journal.frame f
  WHERE f.station_id = $2 AND f.received_at > $1 AND f.action IS NOT NULL GROUP BY f.action ORDER BY count DESC, f.action LIMIT 100`;

// What the index has counted, and what came after it.
const countedBefore = `SELECT action, sum(frames)::int AS count FROM (
    SELECT action, frames FROM journal.frame_tally WHERE minute > $1 AND action <> ''
    UNION ALL
    SELECT action, 1 FROM journal.frame WHERE action IS NOT NULL AND received_at > greatest($1,
      coalesce((SELECT last_at FROM journal.frame_words ORDER BY last_at DESC LIMIT 1), $1))
  ) counted GROUP BY action ORDER BY count DESC, action LIMIT 100`;
