import type { Context } from "../context";

/** A charger that knocks and is not let in, told once however often it tried. */
export interface RefusedCaller {
  /** The name it claimed; null when it had none. */
  identity: string | null;
  remoteAddress: string;
  reason: string;
  /** What to change about it. */
  detail: string;
  tries: number;
  firstAt: Date;
  lastAt: Date;
}

/** Who was turned away in the last hour, the latest first. */
export async function refusedCallers({ pool, clock }: Pick<Context, "pool" | "clock">): Promise<RefusedCaller[]> {
  const { rows } = await pool.query<RefusedCaller>(
    `SELECT identity, remote_address AS "remoteAddress", reason, (array_agg(detail ORDER BY at DESC))[1] AS detail,
       count(*)::int AS tries, min(at) AS "firstAt", max(at) AS "lastAt"
     FROM refusal WHERE at > $1::timestamptz - interval '1 hour'
     GROUP BY identity, remote_address, reason ORDER BY max(at) DESC LIMIT 20`,
    [clock()],
  );
  return rows;
}
