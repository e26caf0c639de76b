/** The ten severities of an event by their names, worst first. */
export const levels = [
  "danger",
  "hardware",
  "system",
  "critical",
  "error",
  "alert",
  "warning",
  "notice",
  "informational",
  "debug",
] as const;
export type Level = (typeof levels)[number];

/** The name of a severity; whatever is beyond the list is the least. */
export const levelOf = (severity: number): Level => levels[severity] ?? "debug";
