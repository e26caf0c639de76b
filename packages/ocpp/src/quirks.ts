/**
 * Ways in which real stations break their schema, each of which can be tolerated by itself (a station's profile).
 * Strict stays the rule: only what would otherwise cost a station's data, without doubt about what it meant, is usual.
 */
export const quirks = [
  /** `null`, or "" where a word is expected: the field counts as absent. A whole payload of `null` counts as empty. */
  "null-as-absent",
  /** Times without a zone (taken as UTC), without seconds, with a comma before the fraction. */
  "loose-time",
  /** Measurands, units, contexts, phases and locations of the vendor's own, and empty lists of values. */
  "open-measurements",
  /** Signed meter data and certificate exchanges longer than 2.0.1 allows, up to what 2.1 allows. */
  "long-signatures",
  /** Fields that the message does not have: taken out. */
  "unknown-fields",
  /** Texts that are too long: kept whole. */
  "long-text",
  /** Numbers written as text, and text as numbers. */
  "loose-types",
] as const;

export type Quirk = (typeof quirks)[number];

/** What is tolerated unless a station's profile says otherwise; each use leaves a note at the frame. */
export const usualQuirks: ReadonlySet<Quirk> = new Set([
  "null-as-absent",
  "loose-time",
  "open-measurements",
  "long-signatures",
]);
