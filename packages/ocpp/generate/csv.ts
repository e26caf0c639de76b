import { readFile } from "node:fs/promises";

/** The rows of a table in data/, by column name. */
export async function readTable(name: string): Promise<Record<string, string>[]> {
  const text = await readFile(new URL(`../data/${name}`, import.meta.url), "utf8");
  const [header = [], ...rows] = text.trim().split("\n").map(cells);
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ""])));
}

// A cell is either quoted, with its own quotes doubled, or holds no comma.
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => {
    return quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"');
  });
}
