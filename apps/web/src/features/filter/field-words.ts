import type { ReactNode } from "react";

/** A value that a field could have. */
export interface FieldValue {
  value: string;
  count?: number;
}

/** How a list says what its fields are, and which values they have. */
export interface FieldWords {
  /** What a field is about, in a few words. */
  field: (name: string) => string;
  /** A value in the reader's words, where it has some. */
  value?: (field: string, value: string) => ReactNode;
  /** The values that a field could have, and how many rows each would leave. */
  useValues: (asked: { field: string; start: string; q: string } | undefined) => readonly FieldValue[];
}
