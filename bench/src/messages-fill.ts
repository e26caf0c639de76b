import type pg from "pg";

/** How much was said, by how many, and in which hours before now. */
export interface TrafficSize {
  stations: number;
  frames: number;
  hours: number;
}

/** Stations that the frames are of. */
export const fillStations = (client: pg.Client, stations: number) =>
  client.query(
    `INSERT INTO station (id, identity, identity_folded, approval, version, passwordless)
     SELECT n, 'CS-' || lpad(n::text, 6, '0'), 'cs-' || lpad(n::text, 6, '0'), 'approved', '1.6', true
     FROM generate_series(1, $1::int) n`,
    [stations],
  );

/**
 * The traffic of a fleet that charges: two of three frames are readings, one in two thousand is answered by an error,
 * few faults, fewer steps of firmware, fifty thousand tokens. The numbers `from` to `to` of it, made by the database itself.
 */
export const fillFrames = (client: pg.Client, { stations, frames, hours }: TrafficSize, from: number, to: number) =>
  client.query(
    `INSERT INTO journal.frame (id, station_id, received_at, direction, message_id, action, call, answer, answered_at, verdict, session_id, epoch)
     SELECT n, station, at, CASE WHEN action = 'RemoteStartTransaction' THEN 1 ELSE 0 END, station || '-' || n, action,
       '[2,"' || station || '-' || n || '","' || action || '",' || payload || ']',
       CASE WHEN verdict = 'ok' THEN '[3,"' || station || '-' || n || '",{}]'
         WHEN verdict <> 'timeout' THEN '[4,"' || station || '-' || n || '","' || verdict || '","$.status is wrong",{}]' END,
       CASE WHEN verdict <> 'timeout' THEN at + CASE WHEN n % 1499 = 0 THEN 700 ELSE 3 + n % 60 END * interval '1 millisecond' END,
       verdict, CASE WHEN action = 'MeterValues' THEN station END, 0
     FROM (
       SELECT n, 1 + (abs(hashint8extended(n, 1)) % $1::bigint)::int AS station, $4::timestamptz + n * $3::float8 / $2::float8 * interval '1 hour' AS at,
         CASE WHEN n % 99991 = 0 THEN 'FirmwareStatusNotification' WHEN n % 997 = 0 THEN 'RemoteStartTransaction'
           WHEN n % 97 < 64 THEN 'MeterValues' WHEN n % 97 < 78 THEN 'StatusNotification'
           WHEN n % 97 < 88 THEN 'Heartbeat' WHEN n % 97 < 93 THEN 'StartTransaction' ELSE 'StopTransaction' END AS action,
         CASE WHEN n % 1999 = 0 THEN 'PropertyConstraintViolation' WHEN n % 9973 = 0 THEN 'timeout' ELSE 'ok' END AS verdict
       FROM generate_series($5::bigint, $6::bigint) n
     ) frame, LATERAL (SELECT CASE action
       WHEN 'MeterValues' THEN '{"connectorId":' || 1 + n % 3 || ',"transactionId":' || station || ',"meterValue":[{"timestamp":"' || at
         || '","sampledValue":[{"value":"' || n || '","context":"Sample.Periodic","measurand":"Energy.Active.Import.Register","location":"Outlet","unit":"Wh"},'
         || '{"value":"' || 10000 + n % 1201 || '","measurand":"Power.Active.Import","location":"Outlet","unit":"W"},'
         || '{"value":"' || n % 101 || '","measurand":"SoC","location":"EV","unit":"Percent"}]}]}'
       WHEN 'StatusNotification' THEN '{"connectorId":' || 1 + n % 3 || ',"status":"' || CASE WHEN n % 2003 = 0 THEN 'Faulted' ELSE 'Available' END
         || '","errorCode":"' || CASE WHEN n % 2003 = 0 THEN (ARRAY['GroundFailure','HighTemperature','EVCommunicationError'])[1 + n % 3] ELSE 'NoError' END
         || '","timestamp":"' || at || '"}'
       WHEN 'StartTransaction' THEN '{"connectorId":' || 1 + n % 3 || ',"idTag":"TAG' || lpad((abs(hashint8extended(n, 2)) % 50000)::text, 6, '0')
         || '","meterStart":' || n || ',"timestamp":"' || at || '"}'
       WHEN 'StopTransaction' THEN '{"transactionId":' || station || ',"meterStop":' || n || ',"timestamp":"' || at
         || '","reason":"' || CASE WHEN n % 1009 = 0 THEN 'PowerLoss' ELSE 'Local' END || '"}'
       WHEN 'FirmwareStatusNotification' THEN '{"status":"Installed"}'
       WHEN 'RemoteStartTransaction' THEN '{"idTag":"TAG' || lpad((abs(hashint8extended(n, 2)) % 50000)::text, 6, '0') || '"}'
       ELSE '{}' END AS payload) said`,
    [stations, frames, hours, new Date(Date.now() - hours * 3_600_000), from, to],
  );
