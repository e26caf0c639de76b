/** Which stations a report of uptime is about; the numbers are those of the statement's parameters. */
interface Asked {
  /** First day and the day after the last, as local days of each station's site. */
  from: string;
  until: string;
  /** The moment up to which anything is known. */
  now: string;
}

/**
 * Stretches of time of chosen stations `c` (id, site_id, zone, epoch, connected): `due`, what counts at all; `away`, in
 * which there was no connection; `excluded`, what a person took out. Sets of stretches, so that none counts twice.
 */
export const stretchesSql = ({ from, until, now }: Asked) => `
  CROSS JOIN LATERAL (
    SELECT ${from}::date::timestamp AT TIME ZONE c.zone AS starts,
      least(${until}::date::timestamp AT TIME ZONE c.zone, ${now}::timestamptz) AS ends
  ) bounds
  -- It counts from when it was first seen: before, it stood in a box.
  CROSS JOIN LATERAL (SELECT min(n.opened_at) AS seen FROM connection n WHERE n.station_id = c.id) first
  CROSS JOIN LATERAL (
    SELECT CASE WHEN first.seen < bounds.ends AND bounds.starts < bounds.ends
      THEN tstzmultirange(tstzrange(greatest(first.seen, bounds.starts), bounds.ends)) ELSE '{}' END AS due
  ) due
  CROSS JOIN LATERAL (
    SELECT due.due - coalesce(range_agg(tstzrange(n.opened_at, greatest(n.opened_at, coalesce(n.closed_at,
      -- One that nobody closed and that is not the present one ended nobody knows when.
      CASE WHEN c.connected AND n.epoch = c.epoch THEN 'infinity' ELSE n.opened_at END)))), '{}') AS away
    FROM connection n
    WHERE n.station_id = c.id AND n.opened_at < bounds.ends AND (n.closed_at > bounds.starts OR n.closed_at IS NULL)
  ) away
  CROSS JOIN LATERAL (
    SELECT coalesce(range_agg(tstzrange(e.from_at, e.until_at)), '{}') AS excluded FROM uptime_exclusion e
    WHERE e.removed_at IS NULL AND (e.station_id = c.id OR e.site_id = c.site_id)
      AND e.from_at < bounds.ends AND e.until_at > bounds.starts
  ) excluded`;

/** How many seconds a set of stretches has. */
export const secondsSql = (stretches: string) =>
  `(SELECT coalesce(sum(extract(epoch FROM upper(r) - lower(r))), 0)::float8 FROM unnest(${stretches}) r)`;

/** The columns of a chosen station that the stretches need, over station `s` and its `site`. */
export const chosenSql = `s.id, s.identity, s.name, s.site_id, site.name AS site_name, coalesce(site.time_zone, 'UTC') AS zone,
  s.epoch, s.connected FROM station s LEFT JOIN site ON site.id = s.site_id`;
