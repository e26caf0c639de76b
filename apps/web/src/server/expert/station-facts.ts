import type { Context } from "../context";
import type { StationFacts } from "./examples";

/** What a station's examples are made of: its places, a session that runs, a token that may charge. */
export async function stationFacts(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  station: number,
): Promise<StationFacts> {
  const { rows } = await pool.query<FactsSqlRow>(
    `SELECT
       coalesce(run.evse, place.evse, 1) AS evse, coalesce(run.connector, nullif(place.connector, 0), 1) AS connector,
       run.wire_id AS session, coalesce(token.value, 'EXAMPLE') AS token, coalesce(token.kind, 'central') AS kind,
       (SELECT coalesce(max(id), 0) + 1 FROM command)::int AS number
     FROM (SELECT) one
     LEFT JOIN LATERAL (
       SELECT evse, connector, wire_id FROM session
       WHERE station_id = $1 AND status = 'open' AND wire_id IS NOT NULL AND NOT orphan
       ORDER BY received_at DESC LIMIT 1
     ) run ON TRUE
     LEFT JOIN LATERAL (
       SELECT evse, connector FROM connector WHERE station_id = $1 AND evse > 0 ORDER BY evse, connector LIMIT 1
     ) place ON TRUE
     LEFT JOIN LATERAL (
       SELECT value, kind FROM token
       WHERE status = 'active' AND (expires_at IS NULL OR expires_at > $2) ORDER BY id LIMIT 1
     ) token ON TRUE`,
    [station, clock()],
  );
  const [row] = rows;
  if (!row) throw new Error("A statement that always gives a row gave none");
  const { number, evse, connector, session, token, kind } = row;
  return { now: clock(), number, evse, connector, session: session ?? undefined, token: { value: token, kind } };
}

interface FactsSqlRow {
  evse: number;
  connector: number;
  session: string | null;
  token: string;
  kind: string;
  number: number;
}
