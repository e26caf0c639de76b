/** A value at a moment, in milliseconds; null where it was said that there is none. */
export interface Sample {
  at: number;
  value: number | null;
}
