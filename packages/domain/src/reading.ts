/** What the meter said at one moment, in base units: watt-hours, watts, percent. */
export interface Reading {
  at: Date;
  /** The import register, which never restarts at zero on its own. */
  energyWh?: number;
  powerW?: number;
  stateOfCharge?: number;
  /** Power the station offers the car, where it says so. */
  offeredW?: number;
  /** Everything else, as it was said. */
  rest?: Measurement[];
}

/** A measured value that has no column of its own, kept as said. */
export interface Measurement {
  measurand: string;
  value: number | string;
  unit?: string;
  phase?: string;
  location?: string;
  context?: string;
  /** A signed value is kept whole and never parsed. */
  signed?: Record<string, string>;
}
