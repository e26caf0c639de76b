import type { ListLook } from "@chargehand/domain/local-list/look-at-list";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { type ListRow, type ListStation, toWanted, type WantedList } from "./local-lists";
import type { Queryable } from "./pool";

/** A station whose list is to be looked at, with all that is known of it but what it should hold. */
export interface ListToLookAt {
  station: ListStation;
  list: WantedList;
  look: Omit<ListLook, "wanted">;
}

/**
 * The stations of a gateway whose lists go by themselves: all of them, or only those of which something was heard since
 * they were last looked at. A station on its way to what it should hold is looked at with all.
 */
export async function listsToLookAt(db: Queryable, gateway: number, which: "all" | "heard"): Promise<ListToLookAt[]> {
  const { rows } = await db.query<LookRow>(
    `SELECT * FROM (
       SELECT s.id AS station, s.site_id, s.version, l.id, l.scope, l.kinds, l.groups, l.with_blocked, l.by_itself,
         h.state, h.held_hash, h.target_hash,
         h.looked_at IS NULL AS new, s.connected_at > h.looked_at AS came,
         coalesce(s.booted_at > h.looked_at, false) AS booted,
         coalesce((said.value ->> 'version')::int <> h.held_version AND said.at > h.looked_at, false) AS differs,
         coalesce(conflict.at > coalesce(h.looked_at, h.held_at), false) AS contradicts,
         coalesce(h.looked_at < now() - interval '1 hour', true) AS rested
       FROM station s
       JOIN LATERAL (
         SELECT * FROM local_list l
         WHERE l.enabled AND (l.scope = 'all' OR l.site_id = s.site_id OR l.station_id = s.id)
         ORDER BY l.station_id IS NULL, l.site_id IS NULL LIMIT 1
       ) l ON l.by_itself
       LEFT JOIN station_list h ON h.station_id = s.id
       LEFT JOIN holding said ON said.station_id = s.id AND said.kind = 'local-list' AND said.key = 'version'
       LEFT JOIN holding conflict ON conflict.station_id = s.id AND conflict.kind = 'local-list' AND conflict.key = 'conflict'
       WHERE s.gateway_id = $1 AND s.connected AND s.approval = 'approved' AND s.registration = 'accepted'
         AND (h.state IS NULL OR h.state NOT IN ('due', 'reading'))
     ) known
     WHERE CASE WHEN $2 = 'all' THEN true ELSE (new OR came OR booted OR differs OR contradicts)
       AND state IS DISTINCT FROM 'sending' END`,
    [gateway, which],
  );
  return rows.map((row) => ({
    station: { id: row.station, site: row.site_id ?? undefined, version: row.version },
    list: toWanted(row),
    look: {
      state: row.state ?? undefined,
      held: row.held_hash ?? undefined,
      target: row.target_hash ?? undefined,
      booted: row.booted,
      differs: row.differs,
      contradicts: row.contradicts,
      rested: row.rested,
    },
  }));
}

interface LookRow extends ListRow {
  station: number;
  site_id: number | null;
  version: OcppVersion;
  state: ListLook["state"] | null;
  held_hash: string | null;
  target_hash: string | null;
  booted: boolean;
  differs: boolean;
  contradicts: boolean;
  rested: boolean;
}

/** A station that was looked at, and what it is due for. */
export interface ListLooked {
  station: number;
  due?: { urgent: boolean; mend: boolean };
}

/** Writes that stations were looked at, and which of them are to be brought their list. */
export async function writeLooks(db: Queryable, looks: readonly ListLooked[]): Promise<void> {
  const due = looks.flatMap((look) => (look.due ? [{ station: look.station, ...look.due }] : []));
  await db.query(
    `INSERT INTO station_list (station_id, state, looked_at, urgent, repairs)
     SELECT station, 'due', now(), urgent, mend::int FROM unnest($1::int[], $2::bool[], $3::bool[]) AS u(station, urgent, mend)
     ON CONFLICT (station_id) DO UPDATE SET state = 'due', looked_at = now(), urgent = excluded.urgent, step = 0,
       repairs = excluded.repairs, command_id = NULL, detail = NULL`,
    [due.map(({ station }) => station), due.map(({ urgent }) => urgent), due.map(({ mend }) => mend)],
  );
  await db.query("UPDATE station_list SET looked_at = now() WHERE station_id = ANY ($1)", [
    looks.flatMap((look) => (look.due ? [] : [look.station])),
  ]);
}
