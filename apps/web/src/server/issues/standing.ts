import type { StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import type { Signal } from "@chargehand/domain/issues/signal";
import type { Alert } from "@chargehand/domain/maintenance/alert";
import type { Attention } from "@chargehand/domain/vocabulary";
import { standingDrift } from "../configuration/drift";
import { needsPersonSql, reasonsSql, runsSql } from "../sessions/attention-sql";
import { knownOf } from "./known";
import { raised, signalsOf } from "./signals";

/** What is wrong already when nobody has followed the story so far: as if it were being told now. */
export async function standingSignals(db: Queryable, now: Date): Promise<Signal[]> {
  const { rows: told } = await db.query<{ station: number; at: Date; event: StoredEvent["event"] }>(
    `SELECT c.station_id AS station, coalesce(c.at, c.received_at) AS at, jsonb_build_object('type', 'connector.faulted',
         'evse', c.evse, 'connector', c.connector, 'errorCode', c.error_code, 'errorInfo', c.error_info) AS event
       FROM connector c WHERE c.status = 'faulted'
     UNION ALL
     SELECT id, coalesce(disconnected_at, last_seen_at, connected_at),
         '{"type": "station.disconnected", "closeCode": 1006, "closeReason": ""}'::jsonb
       FROM station WHERE approval = 'approved' AND NOT connected AND connected_at IS NOT NULL
     UNION ALL
     SELECT m.station_id, m.unproven_at, jsonb_build_object('type', 'command.changed', 'command', m.id,
         'commandType', m.type, 'delivery', m.delivery, 'proof', 'unproven')
       FROM command m WHERE m.proof = 'unproven' AND m.unproven_at > $1::timestamptz - interval '1 day'
     UNION ALL
     SELECT e.station_id, e.at, e.data FROM journal.event e
       WHERE e.type = 'security.reported' AND e.received_at > $1::timestamptz - interval '1 day'
     UNION ALL
     SELECT x.station_id, x.received_at, jsonb_build_object('type', 'session.attention', 'session', x.id)
       FROM session x WHERE ${needsPersonSql}
     ORDER BY 2`,
    [now],
  );
  const events = told.map(({ station, at, event }): StoredEvent => {
    // Silence counts from when it began; everything else as if it were told now.
    const receivedAt = event.type === "station.disconnected" ? at : now;
    return { cursor: "", station, at, receivedAt, event: withoutNulls(event) };
  });
  const known = await knownOf(db, events);
  const { rows: alerts } = await db.query<{ station: number; key: string; alert: Alert }>(
    "SELECT station_id AS station, key, value AS alert FROM holding WHERE kind = 'alert'",
  );
  const alerting = alerts.map(({ station, key, alert: { variable, actual, severity, code, info, since } }) => ({
    cursor: "",
    station,
    at: new Date(since),
    receivedAt: now,
    event: { type: "alert.opened", alert: key, variable, actual, severity, code, info } as const,
  }));
  const held = await knownOf(db, alerting);
  return [
    ...events.flatMap((event) => signalsOf(event, known)),
    ...alerting.flatMap((event) => signalsOf(event, held)),
    ...(await standingDrift(db, now)),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Sessions that time alone made somebody's business: they run, and nobody has heard of them for a day. */
export async function silentSessions(db: Queryable, now: Date): Promise<Signal[]> {
  const { rows } = await db.query<{ id: number; station: number; since: Date; reasons: Attention[] }>(
    `SELECT x.id, x.station_id AS station, coalesce(x.meter_at, x.received_at) AS since, ${reasonsSql} AS reasons
     FROM session x JOIN station s ON s.id = x.station_id AND s.approval = 'approved'
     WHERE ${runsSql} AND coalesce(x.meter_at, x.received_at) < now() - interval '1 day' AND ${needsPersonSql}
       AND NOT EXISTS (SELECT FROM issue_child c JOIN issue i ON i.id = c.issue_id
         WHERE c.station_id = x.station_id AND i.kind = 'session' AND c.key = x.id::text AND c.cleared_at IS NULL)
     LIMIT 500`,
  );
  return rows.map(({ id, station, since, reasons }) =>
    raised({ kind: "session", session: id, attention: reasons }, { at: now, since, station, key: String(id) }),
  );
}

/** JSON says null where an event says nothing. */
const withoutNulls = <Facts extends object>(facts: Facts): Facts =>
  // Leaving out what is null changes no type that never had it.
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Facts;
