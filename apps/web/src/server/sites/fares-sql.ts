/** How the stations of a site fare, in numbers. */
export interface Fares {
  stations: number;
  offline: number;
  /** Connected, with at least one connector out of order. */
  faulted: number;
  charging: number;
}

const hasConnector = (condition: string) =>
  `s.connected AND EXISTS (SELECT FROM connector c WHERE c.station_id = s.id AND c.evse > 0 AND ${condition})`;

/** The same over stations `s`, as columns of an aggregate under the names of `Fares`. */
export const faresSql = `count(s.id)::int AS stations,
  (count(*) FILTER (WHERE NOT s.connected))::int AS offline,
  (count(*) FILTER (WHERE ${hasConnector("c.status = 'faulted'")}))::int AS faulted,
  (count(*) FILTER (WHERE ${hasConnector("c.status = 'occupied' AND c.activity = 'charging'")}))::int AS charging`;

/** What a site's approved stations draw and how they fare, over `site`, as a lateral join that finds only its own. */
export const ownFaresSql = `LATERAL (
  SELECT ${faresSql},
    coalesce(sum((SELECT sum(x.power_w) FROM session x WHERE x.station_id = s.id AND x.status = 'open')), 0)::float8 AS "powerW"
  FROM station s WHERE s.site_id = site.id AND s.approval = 'approved'
) fares`;
