/** One thing somebody wrote between two spaces: a word, or a field and what it must be. Knows no fields. */
export interface Piece {
  /** As it was written. */
  raw: string;
  /** Where it stands. */
  at: number;
  not: boolean;
  /** Lower case; absent for a word. */
  field?: string;
  compare: Compare;
  /** Without their quotes; empty while nothing follows the colon. */
  values: string[];
  /** A quote was opened and not closed. */
  isOpen: boolean;
}

export const comparisons = ["<=", ">=", "<", ">"] as const;
/** How a value is held against what is stored. */
export type Compare = "is" | (typeof comparisons)[number];

/** Takes a text apart at its spaces, those between quotes left alone. */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/(?:"(?:[^"]|"")*(?:"|$)|[^\s"])+/g)].map(({ 0: raw, index }) => pieceOf(raw, index));
}

function pieceOf(raw: string, at: number): Piece {
  const [, minus, name, rest = ""] = /^(-(?=.))?(?:(\p{L}[\w.-]*):)?(.*)$/su.exec(raw) ?? [];
  const compare = name === undefined ? undefined : comparisons.find((each) => rest.startsWith(each));
  const said = rest.slice(compare?.length ?? 0);
  return {
    raw,
    at,
    not: minus !== undefined,
    field: name?.toLowerCase(),
    compare: compare ?? "is",
    values: name === undefined ? [unquoted(said)] : splitAtCommas(said).map(unquoted).filter(Boolean),
    isOpen: (raw.match(/"/g) ?? []).length % 2 === 1,
  };
}

const splitAtCommas = (text: string) => text.match(/(?:"(?:[^"]|"")*(?:"|$)|[^,"])+/g) ?? [];

const unquoted = (text: string) =>
  text.replace(/"((?:[^"]|"")*)(?:"|$)/g, (_whole, inner: string) => inner.replaceAll('""', '"'));

/** A value as it must be written to be read again. */
export const quoted = (value: string) =>
  value === "" || /[\s",]/.test(value) || /^[<>-]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** `-site:"Köln Süd"`. */
export const writePiece = ({
  field,
  not = false,
  compare = "is",
  values,
}: Pick<Piece, "values"> & Partial<Pick<Piece, "field" | "not" | "compare">>) =>
  `${not ? "-" : ""}${field === undefined ? "" : `${field}:`}${compare === "is" ? "" : compare}${values.map(quoted).join(",")}`;
