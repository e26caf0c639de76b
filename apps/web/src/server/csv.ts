/** What a cell can hold; times are written as ISO 8601 in UTC, numbers with a dot. */
export type Cell = string | number | boolean | Date | null | undefined;

/** One line of a CSV file as RFC 4180 has it. A text that a spreadsheet would take for a formula stays a text. */
export const csvLine = (cells: readonly Cell[]) => `${cells.map(written).join(",")}\r\n`;

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== "string") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file for a spreadsheet, written while it is sent. */
export const csvResponse = (name: string, lines: AsyncIterable<string>) => fileResponse(name, "text/csv", lines);

/** A file that is written while it is sent, page by page: nothing of it is held, however long it is. */
export function fileResponse(name: string, type: string, lines: AsyncIterable<string>): Response {
  const iterator = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
