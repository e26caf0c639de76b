/** Every column of the list of stations, in the order in which they are offered. */
export const columnIds = [
  "station",
  "site",
  "connectors",
  "state",
  "since",
  "hour",
  "power",
  "seen",
  "version",
  "firmware",
  "name",
  "maker",
  "tags",
] as const;
export type ColumnId = (typeof columnIds)[number];

/** What is shown until somebody chooses. */
export const usualColumns: readonly ColumnId[] = columnIds.slice(0, 10);

/** Left out beside the inspector, which says the same. */
const extra: ReadonlySet<ColumnId> = new Set(["hour", "version", "firmware", "name", "maker", "tags"]);

/** The columns out of an address or a cookie: known ones, each once, the station always first. */
export function parseColumns(written: string): readonly ColumnId[] {
  const named = [...new Set(written.split(/[,.]/))].flatMap((name) => columnIds.find((id) => id === name) ?? []);
  const others = named.filter((id) => id !== "station");
  return others.length === 0 ? usualColumns : ["station", ...others];
}

/** Writes them again; the usual ones need no words. */
export const writeColumns = (columns: readonly ColumnId[]) => {
  const written = columns.join(".");
  return written === usualColumns.join(".") ? null : written;
};

/** What fits beside the inspector. */
export const narrowColumns = (columns: readonly ColumnId[]) => columns.filter((id) => !extra.has(id));

/** The choice with a column put in or taken out. */
export const withColumn = (columns: readonly ColumnId[], id: ColumnId, isShown: boolean): readonly ColumnId[] =>
  isShown ? [...columns, id] : columns.filter((each) => each !== id);

/** The choice with a column one place earlier or later; the station stays first. */
export function movedColumn(columns: readonly ColumnId[], id: ColumnId, step: -1 | 1): readonly ColumnId[] {
  const from = columns.indexOf(id);
  const to = from + step;
  const other = columns[to];
  if (from < 1 || to < 1 || other === undefined) return columns;
  return columns.map((each, place) => (place === from ? other : place === to ? id : each));
}

/** The cookie that remembers the choice. */
export const columnsCookie = "station-columns";
