import type { Context } from "../context";

/** Somewhere a token can be let charge. */
export interface PlaceOption {
  /** site:3, station:12, station:12:1 */
  id: string;
  label: string;
  note?: string;
}

/** More than this are named by programs, not picked by hand. */
const most = 300;

/** Sites, stations and their evses, to choose from. */
export async function placeOptions({ pool }: Pick<Context, "pool">): Promise<PlaceOption[]> {
  const { rows } = await pool.query<{ id: string; label: string; note: string | null }>(
    `(SELECT 'site:' || id AS id, name AS label, NULL AS note FROM site ORDER BY name LIMIT $1)
     UNION ALL
     (SELECT 'station:' || s.id, s.identity, site.name FROM station s LEFT JOIN site ON site.id = s.site_id
      WHERE s.approval = 'approved' ORDER BY s.identity LIMIT $1)
     UNION ALL
     (SELECT 'station:' || s.id || ':' || c.evse, s.identity || ' / ' || c.evse, site.name
      FROM (SELECT * FROM station WHERE approval = 'approved' ORDER BY identity LIMIT $1) s
        JOIN (SELECT DISTINCT station_id, evse FROM connector WHERE evse > 0) c ON c.station_id = s.id
        LEFT JOIN site ON site.id = s.site_id
      ORDER BY s.identity, c.evse LIMIT 2 * $1)`,
    [most],
  );
  return rows.map(({ note, ...row }) => (note === null ? row : { ...row, note }));
}
