interface SiteColumns {
  site_id: number | null;
  site_name: string | null;
  time_zone: string | null;
}

/** The site of a row that joined one, or none. */
export const siteOf = ({ site_id: id, site_name: name, time_zone: timeZone }: SiteColumns) =>
  id !== null && name !== null ? { id, name, timeZone: timeZone ?? "UTC" } : null;
