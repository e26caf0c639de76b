import type { Alert } from "@chargehand/domain/maintenance/alert";
import { leastWanted } from "@chargehand/domain/maintenance/monitor";
import type { SignedIn } from "../context";

interface AtStation {
  station: { id: number; identity: string };
  site: string | null;
}

/** Something about a station that is not as it should be. */
export interface OpenAlert extends AtStation {
  alert: Alert;
}

/** What a station reported in the last day that its security depends on. */
export interface CriticalEvents extends AtStation {
  count: number;
  since: Date;
  what: string[];
}

/** The alerts that want a person, worst first; those of which nobody knows how severe they are among them. */
export async function openAlerts({ pool }: Pick<SignedIn, "pool">): Promise<OpenAlert[]> {
  const { rows } = await pool.query<OpenAlert>(
    `SELECT jsonb_build_object('id', s.id, 'identity', s.identity) AS station, site.name AS site, h.value AS alert
     FROM holding h JOIN station s ON s.id = h.station_id LEFT JOIN site ON site.id = s.site_id
     WHERE h.kind = 'alert' AND s.approval = 'approved' AND coalesce((h.value ->> 'severity')::int, 0) <= $1
     ORDER BY coalesce((h.value ->> 'severity')::int, $1), h.at DESC LIMIT 50`,
    [leastWanted],
  );
  return rows;
}

/** Every start of a station is critical by the list, and seen without it. */
const everyday = ["StartupOfTheDevice", "ResetOrReboot", "SettingSystemTime"];

/** Critical reports of the last day, by station. */
export async function criticalEvents({ pool, clock }: Pick<SignedIn, "pool" | "clock">): Promise<CriticalEvents[]> {
  const { rows } = await pool.query<CriticalEvents>(
    `SELECT jsonb_build_object('id', s.id, 'identity', s.identity) AS station, site.name AS site,
       count(*)::int AS count, max(e.received_at) AS since, array_agg(DISTINCT e.data ->> 'what') AS what
     FROM journal.event e JOIN station s ON s.id = e.station_id LEFT JOIN site ON site.id = s.site_id
     WHERE e.type = 'security.reported' AND e.received_at > $1 AND (e.data ->> 'critical')::boolean
       AND e.data ->> 'what' <> ALL ($2) AND s.approval = 'approved'
     GROUP BY s.id, site.name ORDER BY since DESC LIMIT 50`,
    [new Date(clock().getTime() - 86_400_000), everyday],
  );
  return rows;
}
