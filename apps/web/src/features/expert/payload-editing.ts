import type { PayloadPath } from "./payload-path";

/** What a form works on: the payload, what is wrong with it by path, and the way to change it. */
export interface PayloadEditing {
  payload: unknown;
  faults: ReadonlyMap<string, string>;
  onChange: (path: PayloadPath, value: unknown) => void;
  /** Whether the specification's own words stand under each name. */
  isExplained: boolean;
}
