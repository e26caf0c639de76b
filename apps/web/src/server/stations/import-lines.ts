import { parse } from "csv-parse/sync";
import { stationIdentity, stationName } from "./names";

/** What a file of stations may say; `id` is needed, the rest may be left out or empty. */
const importColumns = ["id", "name", "site", "vendor", "model", "security profile", "secret"] as const;
type Column = (typeof importColumns)[number];

/** What is wrong with a file as a whole: nothing of it can be taken. */
export interface FileFault {
  fault: "unreadable" | "no-lines" | "no-id-column" | "unknown-column" | "too-many";
  /** The column or the parser's words. */
  about?: string;
}

/** What is wrong with one line, by a word that has a sentence. */
export interface LineFault {
  line: number;
  column: Column;
  fault: "no-id" | "bad-id" | "twice" | "taken" | "too-long" | "bad-profile" | "bad-secret" | "secret-unused";
  value: string;
}

/** One station of a file that is in order. */
export interface ImportLine {
  line: number;
  identity: string;
  name: string | null;
  site: string | null;
  vendor: string | null;
  model: string | null;
  profile: 0 | 1 | 2;
  /** Absent where one is to be made. */
  secret?: string;
}

export interface ReadImport {
  lines: ImportLine[];
  faults: LineFault[];
  /** Lines that want to be stations, good or bad. */
  wanted: number;
}

/** More at once than any network has grown by in a day. */
const mostLines = 20_000;

/** Reads a file of stations; `taken` are the names of the network in lower case. */
export function readImport(csv: string, taken: ReadonlySet<string>): ReadImport | FileFault {
  let records: string[][];
  try {
    records = parse(csv, {
      bom: true,
      delimiter: csv.slice(0, csv.indexOf("\n") + 1 || undefined).includes(";") ? ";" : ",",
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
    });
  } catch (error) {
    return { fault: "unreadable", about: error instanceof Error ? error.message : String(error) };
  }
  const [head, ...rows] = records;
  const columns = (head ?? []).map((text) => text.toLowerCase().replaceAll(/[_-]/g, " "));
  const unknown = columns.find((text) => !importColumns.some((column) => column === text));
  if (unknown !== undefined) return { fault: "unknown-column", about: unknown };
  if (!columns.includes("id")) return { fault: "no-id-column" };
  if (rows.length === 0) return { fault: "no-lines" };
  if (rows.length > mostLines) return { fault: "too-many", about: String(rows.length) };

  const seen = new Set<string>();
  const read: ReadImport = { lines: [], faults: [], wanted: rows.length };
  for (const [index, row] of rows.entries()) {
    // The head is the first line.
    const line = index + 2;
    const cell = (column: Column) => row[columns.indexOf(column)]?.trim() ?? "";
    const faults = faultsOf(cell, { seen, taken }).map((fault) => ({ line, ...fault }));
    seen.add(cell("id").toLowerCase());
    if (faults.length > 0) read.faults.push(...faults);
    else read.lines.push(lineOf(line, cell));
  }
  return read;
}

type Cells = (column: Column) => string;

function* checks(cell: Cells, { seen, taken }: Record<"seen" | "taken", ReadonlySet<string>>) {
  const identity = cell("id");
  const folded = identity.toLowerCase();
  const profile = cell("security profile");
  const secret = cell("secret");
  if (identity === "") yield ["id", "no-id"] as const;
  else if (!stationIdentity.safeParse(identity).success) yield ["id", "bad-id"] as const;
  else if (seen.has(folded)) yield ["id", "twice"] as const;
  else if (taken.has(folded)) yield ["id", "taken"] as const;
  for (const column of ["name", "site", "vendor", "model"] as const) {
    if (!stationName.safeParse(cell(column)).success) yield [column, "too-long"] as const;
  }
  if (!["", "0", "1", "2"].includes(profile)) yield ["security profile", "bad-profile"] as const;
  if (secret !== "" && profile === "0") yield ["secret", "secret-unused"] as const;
  // What 1.6 and 2.x can both carry, and nobody guesses.
  if (secret !== "" && !/^[\x21-\x7e]{16,40}$/.test(secret)) yield ["secret", "bad-secret"] as const;
}

const faultsOf = (cell: Cells, names: Record<"seen" | "taken", ReadonlySet<string>>) =>
  [...checks(cell, names)].map(([column, fault]) => ({
    column,
    fault,
    // A secret is not repeated to whoever looks over a shoulder.
    value: column === "secret" ? "" : cell(column).slice(0, 80),
  }));

function lineOf(line: number, cell: Cells): ImportLine {
  const profile = cell("security profile");
  return {
    line,
    identity: cell("id"),
    name: cell("name") || null,
    site: cell("site") || null,
    vendor: cell("vendor") || null,
    model: cell("model") || null,
    profile: profile === "0" ? 0 : profile === "2" ? 2 : 1,
    secret: cell("secret") || undefined,
  };
}
