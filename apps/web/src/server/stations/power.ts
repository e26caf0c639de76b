import type { Context } from "../context";

/** The power of one connector's sessions over time. */
export interface PowerLine {
  evse: number;
  points: { at: Date; powerW: number }[];
}

/** Power of a station's connectors in the last minutes, from the samples of the sessions that ran then. */
export async function stationPower(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  { id, minutes }: { id: number; minutes: number },
): Promise<PowerLine[]> {
  const since = new Date(clock().getTime() - minutes * 60_000);
  const { rows } = await pool.query<{ evse: number; at: Date; power: number }>(
    `SELECT p.evse, p.at, p.power_w AS power
     FROM session x JOIN journal.sample p ON p.session_id = x.id AND p.at >= $2
       -- A reading never arrives before it is made, but for a station's fast clock.
       AND p.received_at >= $2::timestamptz - interval '1 day'
     WHERE x.station_id = $1 AND (x.status = 'open' OR x.end_received_at >= $2) AND p.power_w IS NOT NULL
     ORDER BY p.evse, p.at LIMIT 20000`,
    [id, since],
  );
  const lines = new Map<number, PowerLine>();
  for (const { evse, at, power } of rows) {
    const line = lines.get(evse) ?? { evse, points: [] };
    line.points.push({ at, powerW: power });
    lines.set(evse, line);
  }
  return [...lines.values()];
}
