import type { Measurement } from "@chargehand/domain/reading";
import type { Context } from "../context";
import { NotFound } from "../errors";

/** A value that the meter signed, whole and as it came: only so can it be checked. */
export interface SignedValue {
  at: Date;
  value: Measurement;
}

/** What one session's page can hold; a session is signed at its start and its end, some also in between. */
const most = 1_000;

/** The signed values of a session, in order. */
export async function signedValues({ pool }: Pick<Context, "pool">, id: number): Promise<SignedValue[]> {
  const { rows: sessions } = await pool.query<{ from: Date; to: Date }>(
    `SELECT received_at AS from, coalesce(end_received_at, now()) + interval '1 day' AS to FROM session WHERE id = $1`,
    [id],
  );
  const [session] = sessions;
  if (!session) throw new NotFound(`There is no session number ${id}.`);
  const { rows } = await pool.query<SignedValue>(
    `SELECT p.at, value FROM journal.sample p, jsonb_array_elements(p.rest) AS value
     WHERE p.session_id = $1 AND p.received_at BETWEEN $2 AND $3 AND value ? 'signed' ORDER BY p.at LIMIT ${most}`,
    [id, session.from, session.to],
  );
  return rows;
}
