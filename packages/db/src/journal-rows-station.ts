import type { StationFacts } from "@chargehand/domain/change";
import type { ConnectorState } from "@chargehand/domain/station-state";
import { type VariableReading, variableKey } from "@chargehand/domain/variable";
import { int4, text, timestamptz } from "./journal-columns";
import { column, insertInto, jsonStatement, update } from "./journal-statement";

/** What a boot tells; what it does not tell stays as it was. */
export const stationFacts = update(
  "station-facts",
  "public.station",
  ["id"],
  [
    column("id", int4, (_: StationFacts, part) => part.station),
    column("registration", text, (row: StationFacts) => row.registration),
    column("vendor", text, (row: StationFacts) => row.vendor),
    column("model", text, (row: StationFacts) => row.model),
    column("serial_number", text, (row: StationFacts) => row.serialNumber),
    column("firmware_version", text, (row: StationFacts) => row.firmwareVersion),
    column("iccid", text, (row: StationFacts) => row.iccid),
    column("imsi", text, (row: StationFacts) => row.imsi),
    column("meter_type", text, (row: StationFacts) => row.meterType),
    column("meter_serial_number", text, (row: StationFacts) => row.meterSerialNumber),
    column("boot_reason", text, (row: StationFacts) => row.bootReason),
    column("booted_at", timestamptz, (row: StationFacts) => row.bootedAt),
  ],
  { absentStays: true },
);

export const connectors = insertInto(
  "connectors",
  "public.connector",
  [
    column("station_id", int4, (_: ConnectorState, part) => part.station),
    column("evse", int4, (row: ConnectorState) => row.place.evse),
    column("connector", int4, (row: ConnectorState) => row.place.connector),
    column("status", text, (row: ConnectorState) => row.status),
    column("activity", text, (row: ConnectorState) => row.activity),
    column("at", timestamptz, (row: ConnectorState) => row.at),
    column("received_at", timestamptz, (row: ConnectorState) => row.receivedAt),
    column("error_code", text, (row: ConnectorState) => row.errorCode),
    column("error_info", text, (row: ConnectorState) => row.errorInfo),
    column("vendor_error_code", text, (row: ConnectorState) => row.vendorErrorCode),
  ],
  {
    conflict: `ON CONFLICT (station_id, evse, connector) DO UPDATE SET
      status = excluded.status, activity = excluded.activity, at = excluded.at, received_at = excluded.received_at,
      error_code = excluded.error_code, error_info = excluded.error_info, vendor_error_code = excluded.vendor_error_code`,
  },
);

/** A reported value; what a report leaves out, like a limit that only a full report tells, stays as it was. */
export const variables = jsonStatement(
  "variables",
  ({ variable, ...reading }: VariableReading, part) => ({
    ...variable,
    ...reading,
    station: part.station,
    key: variableKey(variable),
  }),
  `INSERT INTO public.variable AS t (station_id, key, attribute, component, component_instance, evse, connector, name,
     instance, value, mutability, type, unit, min, max, values, persistent, constant, supports_monitoring, reported_at)
   SELECT u.station, u.key, u.attribute, u.component, u."componentInstance", u.evse, u.connector, u.name,
     u.instance, u.value, u.mutability, u.type, u.unit, u.min, u.max, coalesce(u.values, '{}'), u.persistent, u.constant,
     u."supportsMonitoring", now()
   FROM json_to_recordset($1::json) AS u(station int, key text, attribute text, component text, "componentInstance" text,
     evse int, connector int, name text, instance text, value text, mutability text, type text, unit text,
     min float8, max float8, values text[], persistent bool, constant bool, "supportsMonitoring" bool)
   ON CONFLICT (station_id, key, attribute) DO UPDATE SET
     value = coalesce(excluded.value, t.value),
     mutability = coalesce(excluded.mutability, t.mutability),
     type = coalesce(excluded.type, t.type),
     unit = coalesce(excluded.unit, t.unit),
     min = coalesce(excluded.min, t.min),
     max = coalesce(excluded.max, t.max),
     values = CASE WHEN excluded.values = '{}' THEN t.values ELSE excluded.values END,
     persistent = coalesce(excluded.persistent, t.persistent),
     constant = coalesce(excluded.constant, t.constant),
     supports_monitoring = coalesce(excluded.supports_monitoring, t.supports_monitoring),
     reported_at = excluded.reported_at`,
);

/** What a whole report did not name is gone. */
export const variablesSwept = jsonStatement(
  "variables-swept",
  (since: Date, { station }) => ({ station, since }),
  `DELETE FROM public.variable AS t USING json_to_recordset($1::json) AS u(station int, since timestamptz)
   WHERE t.station_id = u.station AND t.reported_at < u.since`,
);
