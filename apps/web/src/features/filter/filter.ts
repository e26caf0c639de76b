import { type FieldName, type Fields, faultOfValue, fieldNamed, namesOf, type ValueFault } from "./fields";
import { type Compare, type Piece, piecesOf, writePiece } from "./pieces";

/** A filter as it was understood: what holds, and what could not be read, each at its place. */
export interface Filter<Name extends string = string> {
  parts: Part<Name>[];
  words: { text: string; not: boolean }[];
  faults: FilterFault[];
}

/** One condition. */
export interface Part<Name extends string = string> {
  field: Name;
  not: boolean;
  compare: Compare;
  /** Any of these. */
  values: string[];
}

/** What could not be read, where it stands, and what would be valid there. The rest of the filter holds. */
export interface FilterFault {
  at: number;
  raw: string;
  kind: "unknown-field" | ValueFault["kind"];
  /** The field that it is about, or that nobody knows. */
  field: string;
  valid: readonly string[];
}

/** Reads `status:faulted site:"Köln Süd" -tag:lab abb`. Never throws, and lets nothing that it does not know narrow a list. */
export function parseFilter<Table extends Fields>(fields: Table, written: string): Filter<FieldName<Table>> {
  const filter: Filter<FieldName<Table>> = { parts: [], words: [], faults: [] };
  for (const piece of piecesOf(written)) {
    if (piece.field === undefined) {
      const [text = ""] = piece.values;
      if (text.trim() !== "") filter.words.push({ text, not: piece.not });
      continue;
    }
    // Nothing is said yet after the colon.
    if (piece.values.length === 0) continue;
    const fault = faultOf(fields, piece);
    const field = fieldNamed(fields, piece.field);
    if (fault) filter.faults.push(fault);
    else if (field) filter.parts.push({ field, ...conditionOf(piece) });
  }
  return filter;
}

const conditionOf = ({ not, compare, values }: Piece) => ({ not, compare, values });

/** What is wrong with a piece; undefined for one that can be read, and for a word. */
export function faultOf(fields: Fields, piece: Piece): FilterFault | undefined {
  const { at, raw, field: name, compare, values } = piece;
  if (name === undefined) return undefined;
  const known = fieldNamed(fields, name);
  const field = known && fields[known];
  if (!field) return { at, raw, kind: "unknown-field", field: name, valid: namesOf(fields) };
  for (const value of values) {
    const fault = faultOfValue(field, compare, value);
    if (fault) return { at, raw, field: known, ...fault };
  }
  return undefined;
}

/** The parts and words of a filter, written as they are read. */
export const writeFilter = ({ parts, words }: Pick<Filter, "parts" | "words">) =>
  [...parts, ...words.map(({ text, not }) => ({ values: [text], not }))].map(writePiece).join(" ");
