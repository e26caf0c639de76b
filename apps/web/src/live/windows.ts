/** Rows as a query may hold them: alone, in a list, in a window, or in the windows of an endless list. */
export function patchRows<Row extends object>(data: unknown, patch: (row: Row) => Row): unknown {
  if (Array.isArray(data)) return patchEach(data, patch);
  if (typeof data !== "object" || data === null) return data;
  if ("pages" in data && Array.isArray(data.pages)) {
    const pages = patchEach(data.pages, (page: object) => patchWindow(page, patch));
    return pages === data.pages ? data : { ...data, pages };
  }
  // By its path, what is neither a list nor a window is one row.
  return "rows" in data ? patchWindow(data, patch) : patch(data as Row);
}

function patchWindow<Row extends object>(window: object, patch: (row: Row) => Row): object {
  if (!("rows" in window) || !Array.isArray(window.rows)) return window;
  const rows = patchEach(window.rows, patch);
  return rows === window.rows ? window : { ...window, rows };
}

/** The very same list when no row of it changed. */
function patchEach<Row>(rows: Row[], patch: (row: Row) => Row): Row[] {
  const next = rows.map(patch);
  return next.every((row, index) => row === rows[index]) ? rows : next;
}
