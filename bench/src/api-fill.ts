import type pg from "pg";

/** How large the network is. */
export interface NetworkSize {
  stations: number;
  sessions: number;
}

/** A network as it is after some months, made by the database itself: a minute instead of months. */
export async function fill(client: pg.Client, { stations, sessions }: NetworkSize): Promise<void> {
  for (const statement of statements) await client.query(statement, parametersOf(statement, { stations, sessions }));
}

const parametersOf = (statement: string, { stations, sessions }: NetworkSize) =>
  [stations, sessions].slice(0, Math.max(0, ...[...statement.matchAll(/\$(\d)/g)].map(([, number]) => Number(number))));

const statements = [
  `INSERT INTO site (name, time_zone) SELECT 'Site ' || lpad(n::text, 4, '0'), 'Europe/Berlin' FROM generate_series(1, 1000) n`,

  // Sites are of very different sizes; one station in twenty is away, and a few wait for approval.
  `INSERT INTO station (id, identity, identity_folded, name, site_id, approval, registration, version, vendor, model,
     serial_number, firmware_version, connected, connected_at, disconnected_at, last_seen_at, passwordless)
   SELECT n, 'CS-' || lpad(n::text, 6, '0'), 'cs-' || lpad(n::text, 6, '0'), 'Charger ' || n,
     1 + floor(power(random(), 2) * 999)::int, CASE WHEN n % 1000 = 0 THEN 'waiting' ELSE 'approved' END, 'accepted',
     (ARRAY['1.6', '2.0.1', '2.1'])[1 + n % 3], (ARRAY['Voltara', 'Acme', 'Ampere & Sons', 'Kilowatt'])[1 + n % 4],
     'Model ' || n % 40, 'SN-' || n * 7919, '1.' || n % 30, n % 20 > 0, now() - random() * interval '30 days',
     now() - random() * interval '30 days', now() - random() * interval '10 minutes', true
   FROM generate_series(1, $1::int) n`,
  `SELECT setval('station_id_seq', (SELECT max(id) FROM station))`,

  `INSERT INTO connector (station_id, evse, connector, status, activity, at, received_at, error_code)
   SELECT s, e, 1, status, CASE status WHEN 'occupied' THEN 'charging' END, now() - random() * interval '9 days',
     now() - random() * interval '9 days', CASE status WHEN 'faulted' THEN 'GroundFailure' END
   FROM generate_series(1, $1::int) s, generate_series(1, 2) e,
     LATERAL (SELECT CASE WHEN (s * 7 + e) % 200 = 0 THEN 'faulted' WHEN (s + e) % 10 = 0 THEN 'occupied'
       ELSE 'available' END AS status) state`,

  `INSERT INTO token (value, folded, kind, status) SELECT t, t, 'iso14443', CASE WHEN n % 50 = 0 THEN 'blocked' ELSE 'active' END
   FROM generate_series(1, $1::int / 2) n, LATERAL (SELECT upper(lpad(to_hex(n::bigint * 104729), 14, '0')) AS t) value`,

  // One session in fifty runs, and those are the last to have begun; one in a thousand needs a person.
  `INSERT INTO session (id, station_id, wire_id, evse, connector, token, token_kind, status, activity, started_at, ended_at,
     received_at, end_received_at, meter_start_wh, meter_wh, meter_end_wh, power_w, stop_reason, seen, attention)
   SELECT n, station, 'tx-' || n, 1 + n % 2, 1, upper(lpad(to_hex((1 + floor(random() * $1::int / 2))::bigint * 104729), 14, '0')),
     'iso14443', CASE WHEN running THEN 'open' ELSE 'ended' END, CASE WHEN running THEN 'charging' END, at,
     CASE WHEN NOT running THEN at + interval '40 minutes' END, at, CASE WHEN NOT running THEN at + interval '40 minutes' END,
     0, 12000, CASE WHEN NOT running THEN 23000 END, CASE WHEN running THEN 11000 END, CASE WHEN NOT running THEN 'local' END, '0-9',
     CASE WHEN n % 1000 = 0 THEN ARRAY['gap'] ELSE '{}'::text[] END
   FROM (
     SELECT n, 1 + floor(random() * $1::int)::int AS station, n > $2::int * 0.98 AS running,
       now() - (($2::int - n)::float8 / $2::int) * interval '90 days' - random() * interval '1 hour' AS at
     FROM generate_series(1, $2::int) n
   ) made`,

  `INSERT INTO journal.sample (session_id, station_id, evse, at, received_at, energy_wh, power_w)
   SELECT x.id, x.station_id, x.evse, at, now(), 20 * m, 11000 FROM session x, generate_series(1, 200) m,
     LATERAL (SELECT now() - (200 - m) * interval '1 minute' AS at) time
   WHERE x.status = 'open' AND x.id % 20 = 0`,

  `INSERT INTO journal.frame (id, station_id, received_at, direction, message_id, action, call, answer, answered_at, verdict, epoch)
   SELECT nextval('journal.frame_id'), s, at, 0, 'm-' || m, (ARRAY['Heartbeat', 'StatusNotification', 'MeterValues'])[1 + m % 3],
     '[2,"m-' || m || '","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]', '[3,"m",{}]', at, 'ok', 0
   FROM generate_series(1, 1000) s, generate_series(1, 500) m,
     LATERAL (SELECT now() - m * interval '1 minute' AS at) time`,

  `INSERT INTO command (station_id, type, command, requested_by, created_at, expires_at, delivery, sent_at, answer, answered_at, proof)
   SELECT 1 + n % $1::int, 'trigger', '{"type":"trigger","message":"status"}', 'key:1', now() - n * interval '1 minute', now(),
     'sent', now(), 'accepted', now(), 'confirmed' FROM generate_series($1::int, 1, -1) n`,

  `INSERT INTO variable (station_id, key, attribute, component, name, value, mutability, type, "values", reported_at)
   SELECT s, 'component/name' || v, 'actual', 'Component', 'Name' || v, v::text, 'read-write', 'integer', '{}', now()
   FROM generate_series(1, 100) s, generate_series(1, 400) v`,

  "VACUUM ANALYZE",
];
