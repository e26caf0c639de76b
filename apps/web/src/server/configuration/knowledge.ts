import type { Queryable } from "@chargehand/db/pool";
import type { Knowledge, Reported } from "@chargehand/domain/configuration/plan";
import type { StationKind } from "@chargehand/domain/configuration/template";
import type { Mutability } from "@chargehand/domain/variable";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { keysAfterReboot } from "./after-reboot";

/** A station as its templates see it. */
export interface KnownStation extends StationKind {
  id: number;
  identity: string;
  approval: string;
  connected: boolean;
  knowledge: Knowledge;
}

/** That a station told all it has; `s` is the station. */
export const isWholeSql = `EXISTS (SELECT FROM command w WHERE w.station_id = s.id AND w.type = 'read-variables'
  AND w.command = '{"type":"read-variables"}' AND w.proof = 'confirmed')`;

/** What stations are, and what they said of some variables, in the order in which they are asked for. */
export async function knowStations(
  db: Queryable,
  stations: readonly number[],
  keys: readonly string[],
): Promise<KnownStation[]> {
  const { rows } = await db.query<StationSqlRow>(
    `SELECT s.id, s.identity, s.approval, s.connected, s.version, s.vendor, s.model, s.firmware_version AS firmware,
       s.site_id AS site, ${isWholeSql} AS whole
     FROM unnest($1::int[]) WITH ORDINALITY AS asked(id, position) JOIN station s ON s.id = asked.id ORDER BY position`,
    [stations],
  );
  const { rows: said } = await db.query<VariableSqlRow>(
    `SELECT station_id, key, value, mutability FROM variable
     WHERE station_id = ANY ($1::int[]) AND key = ANY ($2::text[]) AND attribute = 'actual'`,
    [stations, keys],
  );
  const reported = new Map<number, Map<string, Reported>>();
  for (const { station_id, key, value, mutability } of said) {
    const others = reported.get(station_id) ?? new Map<string, Reported>();
    reported.set(station_id, others.set(key, { value: value ?? undefined, mutability: mutability ?? undefined }));
  }
  const afterReboot = await keysAfterReboot(db);
  return rows.map((row) => ({
    id: row.id,
    identity: row.identity,
    approval: row.approval,
    connected: row.connected,
    version: row.version ?? undefined,
    vendor: row.vendor ?? undefined,
    model: row.model ?? undefined,
    firmware: row.firmware ?? undefined,
    site: row.site ?? undefined,
    knowledge: { reported: reported.get(row.id) ?? new Map(), isWhole: row.whole, afterReboot: afterReboot(row) },
  }));
}

interface StationSqlRow {
  id: number;
  identity: string;
  approval: string;
  connected: boolean;
  version: OcppVersion | null;
  vendor: string | null;
  model: string | null;
  firmware: string | null;
  site: number | null;
  whole: boolean;
}

interface VariableSqlRow {
  station_id: number;
  key: string;
  value: string | null;
  mutability: Mutability | null;
}
