"use client";

import { useState } from "react";

/** A list that can be held still: what happens meanwhile is counted, and shown at once when it goes on. */
export interface Pause<Row> {
  rows: readonly Row[];
  isPaused: boolean;
  /** How many changes were held back. */
  held: number;
  turn: () => void;
}

interface Held<Row> {
  question: string;
  shown: readonly Row[];
  last: readonly Row[];
  count: number;
}

/** Holds rows that keep their identity as long as nothing of them changes. Another question ends the pause. */
export function usePause<Row extends { id: number }>(question: string, rows: readonly Row[]): Pause<Row> {
  const [held, setHeld] = useState<Held<Row>>();
  if (held && held.question !== question) setHeld(undefined);
  else if (held && held.last !== rows) setHeld({ ...held, last: rows, count: held.count + changes(held.last, rows) });

  return {
    rows: held?.shown ?? rows,
    isPaused: held !== undefined,
    held: held?.count ?? 0,
    turn: () => setHeld(held ? undefined : { question, shown: rows, last: rows, count: 0 }),
  };
}

function changes<Row extends { id: number }>(before: readonly Row[], after: readonly Row[]) {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.filter((row) => {
    const old = known.get(row.id);
    // A list that was asked for again has new objects of the same rows; that a station was heard of is no change to hold.
    return old !== row && (old === undefined || contentOf(old) !== contentOf(row));
  }).length;
}

const contentOf = (row: object) => JSON.stringify({ ...row, lastSeenAt: undefined });
