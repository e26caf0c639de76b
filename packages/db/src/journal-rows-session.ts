import { formatSequenceSet } from "@chargehand/domain/sequence-set";
import type { SessionState } from "@chargehand/domain/station-state";
import { bool, float8, int4, jsonb, text, timestamptz } from "./journal-columns";
import { column, insertInto, update } from "./journal-statement";

const id = column("id", int4, (row: SessionState) => row.id);

/** What every meter value changes. */
const progress = [
  column("activity", text, (row: SessionState) => row.activity),
  column("meter_wh", float8, (row: SessionState) => row.meterWh),
  column("meter_at", timestamptz, (row: SessionState) => row.meterAt),
  column("power_w", float8, (row: SessionState) => row.powerW),
  column("peak_w", float8, (row: SessionState) => row.peakW),
  column("state_of_charge", float8, (row: SessionState) => row.stateOfCharge),
  column("trigger", text, (row: SessionState) => row.trigger),
  column("seen", text, (row: SessionState) => formatSequenceSet(row.seen)),
];

const columns = [
  id,
  ...progress,
  column("station_id", int4, (_: SessionState, part) => part.station),
  column("wire_id", text, (row: SessionState) => row.wireId),
  column("evse", int4, (row: SessionState) => row.place?.evse),
  column("connector", int4, (row: SessionState) => row.place?.connector),
  column("token", text, (row: SessionState) => row.token?.value),
  column("token_kind", text, (row: SessionState) => row.token?.kind),
  column("group", text, (row: SessionState) => row.group),
  column("authorization", text, (row: SessionState) => row.authorization),
  column("status", text, (row: SessionState) => row.status),
  column("provisional", bool, (row: SessionState) => row.provisional),
  column("orphan", bool, (row: SessionState) => row.orphan),
  column("started_at", timestamptz, (row: SessionState) => row.startedAt),
  column("ended_at", timestamptz, (row: SessionState) => row.endedAt),
  column("received_at", timestamptz, (row: SessionState) => row.receivedAt),
  column("end_received_at", timestamptz, (row: SessionState) => row.endReceivedAt),
  column("meter_start_wh", float8, (row: SessionState) => row.meterStartWh),
  column("meter_end_wh", float8, (row: SessionState) => row.meterEndWh),
  column("state_of_charge_start", float8, (row: SessionState) => row.stateOfChargeStart),
  column("stop_reason", text, (row: SessionState) => row.stopReason),
  column("ended_by", text, (row: SessionState) => row.endedBy),
  column("offline", bool, (row: SessionState) => row.offline),
  column("remote_start_id", int4, (row: SessionState) => row.remoteStartId),
  column("reservation_id", int4, (row: SessionState) => row.reservationId),
  column("tariff", jsonb, (row: SessionState) => row.tariff && JSON.stringify(row.tariff)),
  column("station_cost", jsonb, (row: SessionState) => row.stationCost && JSON.stringify(row.stationCost)),
  column("station_tariff", text, (row: SessionState) => row.stationTariff),
  column("limits", jsonb, (row: SessionState) => row.limit && JSON.stringify(row.limit)),
  column("token_sequence", int4, (row: SessionState) => row.tokenSequence),
  column("meter_start_at", timestamptz, (row: SessionState) => row.meterStartAt),
  column("end_sequence", int4, (row: SessionState) => row.endSequence),
  // A list of plain words, which unnest would take apart: it travels as an array's text form.
  column("attention", text, (row: SessionState) => `{${row.attention.join()}}`, "text[]"),
];

export const sessionsOpened = insertInto("sessions-opened", "public.session", columns);
export const sessionsUpdated = update("sessions-updated", "public.session", ["id"], columns);
export const sessionsProgressed = update("sessions-progressed", "public.session", ["id"], [id, ...progress]);
