/** Rows of a list that were picked, by their ids. */
export interface Picking {
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  add: (ids: readonly string[]) => void;
}
