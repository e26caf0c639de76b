import type { Measurement } from "@chargehand/domain/reading";
import { z } from "zod";
import type { Context } from "../context";
import { runsSql } from "../sessions/attention-sql";

export const readingsOf = z.object({ id: z.int() });

/** The latest of one thing that is measured at a place. Evse 0 is the main meter. */
export interface LatestReading {
  evse: number;
  /** One of ours where everybody means the same by it, else as the station says it. */
  measurand: string;
  value: number;
  unit: string;
  phase?: string;
  location?: string;
  /** By the station's clock. */
  at: Date;
}

/** How far back a value is still worth a look. */
const sinceSql = "now() - interval '7 days'";
/** More than the kinds of readings that come one after the other at one place. */
const mostAtOnePlace = 30;

/** The latest of everything that is measured at a station, with a session or without: by place, measurand, phase and location. */
export async function latestReadings(
  { pool }: Pick<Context, "pool">,
  { id }: z.output<typeof readingsOf>,
): Promise<LatestReading[]> {
  const { rows } = await pool.query<Row>(
    `SELECT place.evse, p.at, p.energy_wh, p.power_w, p.state_of_charge, p.offered_w, p.rest
     FROM (SELECT 0 AS evse UNION SELECT evse FROM connector WHERE station_id = $1) place, LATERAL (
       SELECT * FROM journal.sample
       WHERE session_id IS NULL AND station_id = $1 AND evse = place.evse AND received_at > ${sinceSql}
       ORDER BY received_at DESC LIMIT ${mostAtOnePlace}
     ) p
     UNION ALL
     SELECT p.evse, p.at, p.energy_wh, p.power_w, p.state_of_charge, p.offered_w, p.rest
     FROM session x, LATERAL (
       SELECT * FROM journal.sample WHERE session_id = x.id AND received_at > ${sinceSql}
       ORDER BY at DESC LIMIT ${mostAtOnePlace}
     ) p
     WHERE x.station_id = $1 AND ${runsSql}`,
    [id],
  );
  return latestOf(rows);
}

interface Row {
  evse: number;
  at: Date;
  energy_wh: number | null;
  power_w: number | null;
  state_of_charge: number | null;
  offered_w: number | null;
  rest: Measurement[] | null;
}

function latestOf(rows: readonly Row[]): LatestReading[] {
  const latest = new Map<string, LatestReading>();
  for (const reading of rows.flatMap(readingsIn)) {
    const { evse, measurand, phase, location, unit } = reading;
    const key = [evse, measurand, phase, location, unit].join("\n");
    const before = latest.get(key);
    if (!before || before.at < reading.at) latest.set(key, reading);
  }
  return [...latest.values()].sort(
    (one, other) =>
      one.evse - other.evse ||
      rank(one) - rank(other) ||
      one.measurand.localeCompare(other.measurand) ||
      (one.phase ?? "").localeCompare(other.phase ?? ""),
  );
}

/** The values with columns of their own, in the order in which they are told. */
const columns = [
  { column: "power_w", measurand: "power", unit: "W" },
  { column: "energy_wh", measurand: "energy", unit: "Wh" },
  { column: "state_of_charge", measurand: "state-of-charge", unit: "%" },
  { column: "offered_w", measurand: "offered", unit: "W" },
] as const;

const rank = ({ measurand }: LatestReading) => {
  const place = columns.findIndex((column) => column.measurand === measurand);
  return place < 0 ? columns.length : place;
};

function readingsIn({ evse, at, rest, ...row }: Row): LatestReading[] {
  const own = columns.flatMap(({ column, measurand, unit }) => {
    const value = row[column];
    return value === null ? [] : [{ evse, at, measurand, unit, value }];
  });
  const others = (rest ?? []).flatMap(({ measurand, value: said, unit = "", phase, location }) => {
    const value = typeof said === "number" ? said : said.trim() === "" ? Number.NaN : Number(said);
    // What is signed is a blob, and is shown whole with its session.
    return Number.isFinite(value) ? [{ evse, at, measurand, value, unit, phase, location }] : [];
  });
  return [...own, ...others];
}
