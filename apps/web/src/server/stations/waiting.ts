import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { PendingStation } from "../../features/stations/pending-stations";
import type { Context } from "../context";

/** Who came unannounced and waits for an operator's word, longest first, with all that they said of themselves. */
export async function waitingStations({ pool }: Pick<Context, "pool">): Promise<PendingStation[]> {
  const { rows } = await pool.query<WaitingSqlRow>(
    `SELECT s.id, s.identity, s.version, s.vendor, s.model, s.serial_number, s.firmware_version, s.created_at,
       coalesce(link.opened_at, s.last_seen_at, s.created_at) AS last_try, link.remote_address,
       (SELECT count(*)::int FROM connection n WHERE n.station_id = s.id) AS tries
     FROM station s
     LEFT JOIN LATERAL (
       SELECT * FROM connection n WHERE n.station_id = s.id ORDER BY n.opened_at DESC LIMIT 1
     ) link ON TRUE
     WHERE s.approval = 'waiting' ORDER BY s.created_at, s.id LIMIT 500`,
  );
  return rows.map((row) => ({
    id: row.id,
    identity: row.identity,
    version: row.version ?? undefined,
    vendor: row.vendor ?? undefined,
    model: row.model ?? undefined,
    serialNumber: row.serial_number ?? undefined,
    firmware: row.firmware_version ?? undefined,
    remoteAddress: row.remote_address ?? undefined,
    firstSeenAt: row.created_at,
    lastTryAt: row.last_try,
    tries: row.tries,
  }));
}

interface WaitingSqlRow {
  id: number;
  identity: string;
  version: OcppVersion | null;
  vendor: string | null;
  model: string | null;
  serial_number: string | null;
  firmware_version: string | null;
  created_at: Date;
  last_try: Date;
  remote_address: string | null;
  tries: number;
}
