/** A session runs, as far as its station and everybody else has said. */
export const runsSql = "x.status = 'open' AND x.closed_at IS NULL";

/** For so long no session goes on without a word. */
const silentSql = `${runsSql} AND coalesce(x.meter_at, x.received_at) < now() - interval '1 day'`;

/** Why session `x` needs a person: what its messages show and nobody has looked at yet, and that it never ended. */
export const reasonsSql = `CASE WHEN x.orphan AND x.joined_to IS NOT NULL THEN '{}'::text[] ELSE
    ARRAY(SELECT reason FROM unnest(x.attention || CASE WHEN ${silentSql} THEN '{not-ended}'::text[] ELSE '{}' END) AS reason
      WHERE reason <> ALL (x.checked)) END`;

/** Sessions that need a person. */
export const needsPersonSql = `(x.attention <> '{}' AND NOT x.attention <@ x.checked
    OR ${silentSql} AND NOT x.checked @> '{not-ended}') AND NOT (x.orphan AND x.joined_to IS NOT NULL)`;
