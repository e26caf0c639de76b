import type { CommandType } from "@chargehand/domain/command";
import type { ProofPlan } from "@chargehand/domain/proof";
import {
  type ConnectorState,
  type ProvingCommand,
  placeKey,
  type StationState,
} from "@chargehand/domain/station-state";
import type { Activity, Approval, ConnectorStatus, OcppVersion, Registration } from "@chargehand/domain/vocabulary";
import { loadSessionsInHand } from "./load-session";
import { loadTariff } from "./load-tariff";
import type { Queryable } from "./pool";

/** The small state a gateway keeps of a connected station; undefined when the station is gone. */
export async function loadStationState(
  client: Queryable,
  stationId: number,
  version: OcppVersion,
): Promise<StationState | undefined> {
  const [station, connectors, sessions, proving, tariff] = await Promise.all([
    loadStation(client, stationId),
    loadConnectors(client, stationId),
    loadSessionsInHand(client, stationId),
    loadProving(client, stationId),
    loadTariff(client, stationId),
  ]);
  if (!station) return undefined;
  return {
    id: stationId,
    identity: station.identity,
    site: station.site_id ?? undefined,
    approval: station.approval,
    registration: station.registration,
    version,
    connected: station.connected,
    vendor: station.vendor ?? undefined,
    model: station.model ?? undefined,
    firmwareVersion: station.firmware_version ?? undefined,
    bootedAt: station.booted_at ?? undefined,
    heartbeatSeconds: station.heartbeat_seconds,
    tariff,
    connectors: new Map(connectors.map((connector) => [placeKey(connector.place), connector])),
    sessions: new Map(sessions.map((session) => [session.wireId ?? "", session])),
    proving,
  };
}

interface StationRow {
  identity: string;
  site_id: number | null;
  approval: Approval;
  registration: Registration;
  connected: boolean;
  vendor: string | null;
  model: string | null;
  firmware_version: string | null;
  booted_at: Date | null;
  heartbeat_seconds: number;
}

async function loadStation(client: Queryable, stationId: number) {
  const { rows } = await client.query<StationRow>(
    `SELECT identity, site_id, approval, registration, connected, vendor, model, firmware_version, booted_at, heartbeat_seconds
     FROM station WHERE id = $1`,
    [stationId],
  );
  return rows[0];
}

interface ConnectorRow {
  evse: number;
  connector: number;
  status: ConnectorStatus;
  activity: Activity | null;
  at: Date | null;
  received_at: Date;
  error_code: string | null;
  error_info: string | null;
  vendor_error_code: string | null;
}

async function loadConnectors(client: Queryable, stationId: number): Promise<ConnectorState[]> {
  const { rows } = await client.query<ConnectorRow>("SELECT * FROM connector WHERE station_id = $1", [stationId]);
  return rows.map((row) => ({
    place: { evse: row.evse, connector: row.connector },
    status: row.status,
    activity: row.activity ?? undefined,
    at: row.at ?? undefined,
    receivedAt: row.received_at,
    errorCode: row.error_code ?? undefined,
    errorInfo: row.error_info ?? undefined,
    vendorErrorCode: row.vendor_error_code ?? undefined,
  }));
}

interface ProvingRow {
  id: number;
  type: CommandType;
  plan: ProofPlan;
  sent_at: Date;
  proof: "waiting" | "unproven";
  answered: boolean;
}

/** Commands that evidence may still confirm: also late, within a day, and new firmware within a month. */
async function loadProving(client: Queryable, stationId: number): Promise<ProvingCommand[]> {
  const { rows } = await client.query<ProvingRow>(
    `SELECT id, type, plan, sent_at, proof, answer IS NOT NULL AS answered FROM command
     WHERE station_id = $1 AND plan IS NOT NULL AND sent_at IS NOT NULL
       AND (proof = 'waiting' OR proof = 'unproven' AND sent_at > now() -
         CASE plan #>> '{watch,of}' WHEN 'firmware' THEN interval '30 days' ELSE interval '24 hours' END)
     ORDER BY id`,
    [stationId],
  );
  return rows.map(({ sent_at, ...row }) => ({ ...row, sentAt: sent_at }));
}
