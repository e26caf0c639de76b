import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { Context } from "../context";

/** A station that came unannounced, with all that it said of itself so far. */
export interface WaitingStation {
  id: number;
  identity: string;
  firstHeardAt: Date;
  lastSeenAt: Date | null;
  connected: boolean;
  version: OcppVersion | null;
  vendor: string | null;
  model: string | null;
  serialNumber: string | null;
  firmwareVersion: string | null;
  remoteAddress: string | null;
  /** How it proved who it is; `none` for one that showed no password. */
  authenticated: string | null;
  attempts: number;
}

/** Who waits for an operator's word, longest first. */
export async function waitingStations({ pool }: Pick<Context, "pool">): Promise<WaitingStation[]> {
  const { rows } = await pool.query<WaitingStation>(
    `SELECT s.id, s.identity, s.created_at AS "firstHeardAt", s.last_seen_at AS "lastSeenAt", s.connected, s.version,
       s.vendor, s.model, s.serial_number AS "serialNumber", s.firmware_version AS "firmwareVersion",
       link.remote_address AS "remoteAddress", link.authenticated,
       (SELECT count(*)::int FROM connection n WHERE n.station_id = s.id) AS attempts
     FROM station s
     LEFT JOIN LATERAL (
       SELECT * FROM connection n WHERE n.station_id = s.id ORDER BY n.opened_at DESC LIMIT 1
     ) link ON TRUE
     WHERE s.approval = 'waiting' ORDER BY s.created_at, s.id LIMIT 500`,
  );
  return rows;
}
