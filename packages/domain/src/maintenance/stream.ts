/** Values of a monitored variable that a station sends in bundles. */
export interface Stream {
  monitor: number;
  /** It is sent after so many seconds, or as soon as there are so many values. */
  intervalSeconds?: number;
  values?: number;
  /** How many values wait at the station. */
  pending?: number;
  samples: readonly { at: string; value: string }[];
}
