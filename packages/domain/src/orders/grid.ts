import type { GridControlType } from "../grid/control";

/** What an operator can tell a station about the grid. */
export type GridCommand =
  /** `order` is said in the station's own words. */
  | { type: "set-grid-control"; id: string; control: GridControlType; isDefault: boolean; order: object }
  | { type: "clear-grid-controls"; isDefault: boolean; control?: GridControlType; id?: string }
  | { type: "read-grid-controls"; isDefault?: boolean; control?: GridControlType; id?: string };
