import { type Fields, fieldNamed } from "./fields";
import { type Piece, piecesOf, writePiece } from "./pieces";

/** A filter while it is written: its complete parts as chips, and the text at the cursor. */
export interface Typing {
  chips: readonly string[];
  text: string;
}

/** A filter out of an address, as chips and words. */
export function typingOf(written: string): Typing {
  const pieces = piecesOf(written);
  return {
    chips: unique(pieces.filter(isPart).map(({ raw }) => raw)),
    text: pieces
      .filter((piece) => !isPart(piece))
      .map(({ raw }) => raw)
      .join(" "),
  };
}

/** Makes chips of the parts that were typed to their end: at a space, at a closing quote, or all of them when `isDone`. */
export function takeChips({ chips, text }: Typing, isDone = false): Typing {
  const pieces = piecesOf(text);
  const isComplete = (piece: Piece) =>
    isPart(piece) && (isDone || (!piece.isOpen && (endOf(piece) < text.length || piece.raw.endsWith('"'))));
  const complete = pieces.filter(isComplete);
  if (complete.length === 0) return { chips, text };
  let rest = text;
  for (const { at, raw } of complete.toReversed()) rest = rest.slice(0, at) + rest.slice(at + raw.length);
  rest = rest.replaceAll(/\s+/g, " ").trimStart();
  return { chips: unique([...chips, ...complete.map(({ raw }) => raw)]), text: rest };
}

/** What a filter being written asks for already: a part without its end narrows nothing yet. */
export function writtenSoFar({ chips, text }: Typing): string {
  const said = piecesOf(text).filter((piece) => !isPart(piece) && piece.field === undefined);
  return [...chips, ...said.map(({ raw }) => raw)].join(" ");
}

/** What stands at the cursor, when it can be completed: a field's value, or else the start of a field. */
export interface AtCursor {
  /** From where to where the completion goes. */
  from: number;
  to: number;
  not: boolean;
  field?: string;
  /** What there is of it so far. */
  start: string;
}

/** What is being written at a place of the text. */
export function atCursor(fields: Fields, text: string, cursor: number): AtCursor {
  const piece = piecesOf(text.slice(0, cursor)).at(-1);
  if (!piece || endOf(piece) < cursor) return { from: cursor, to: cursor, not: false, start: "" };
  const field = piece.field === undefined ? undefined : fieldNamed(fields, piece.field);
  const place = { from: piece.at, to: cursor, not: piece.not };
  return field === undefined
    ? { ...place, start: piece.field === undefined ? (piece.values[0] ?? "") : piece.raw }
    : { ...place, field, start: piece.values.at(-1) ?? "" };
}

/** Adds a part as a chip, or takes it away if it is there. */
export function toggleChip(typing: Typing, field: string, value: string): Typing {
  const chip = writePiece({ field, values: [value] });
  return typing.chips.includes(chip) ? withoutChip(typing, chip) : { ...typing, chips: [...typing.chips, chip] };
}

/** The same without one chip. */
export const withoutChip = ({ chips, text }: Typing, chip: string): Typing => ({
  chips: chips.filter((each) => each !== chip),
  text,
});

const isPart = ({ field, values }: Piece) => field !== undefined && values.length > 0;
const endOf = ({ at, raw }: Piece) => at + raw.length;
const unique = (chips: string[]) => [...new Set(chips)];
