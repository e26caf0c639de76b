import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { coverSecrets } from "../messages/mask";

/** What a command was on the wire, and what came back there, without secrets. */
export interface WireOutcome {
  action: string | null;
  response: object | null;
  /** The station's own error, word for word. */
  error: { code: string; description: string; details: object } | null;
}

/** Reads it for one command. */
export async function wireOutcome({ pool }: Pick<Context, "pool">, id: number): Promise<WireOutcome> {
  const { rows } = await pool.query<{ action: string | null; response: object | null; frame: string | null }>(
    `SELECT m.action, m.response, (
       SELECT f.answer FROM journal.frame f
       WHERE m.answer IN ('error', 'unsupported') AND f.station_id = m.station_id AND f.message_id = m.message_id
         -- The time names the day whose partition holds it.
         AND f.received_at BETWEEN m.sent_at - interval '1 minute' AND m.sent_at + interval '1 minute'
       LIMIT 1
     ) AS frame
     FROM command m WHERE m.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new NotFound(`There is no command number ${id}.`);
  return { action: row.action, response: row.response && coverSecrets(row.response), error: errorIn(row.frame) };
}

const errorFrame = z.tuple([z.literal(4), z.string(), z.string(), z.string().catch(""), z.looseObject({}).catch({})]);

function errorIn(frame: string | null): WireOutcome["error"] {
  if (frame === null) return null;
  const parsed = errorFrame.safeParse(JSON.parse(frame));
  if (!parsed.success) return null;
  const [, , code, description, details] = parsed.data;
  return { code, description, details: coverSecrets(details) };
}
