/** A list that can be kept as views. */
export type ViewPlace = "stations";

/** A list as somebody keeps it: its filter, order and columns, as its address says them. */
export interface SavedView {
  id: number;
  place: ViewPlace;
  name: string;
  search: string;
  /** Everybody sees it. */
  team: boolean;
  owner: string;
  isMine: boolean;
  /** It is on the asking person's rail. */
  isPinned: boolean;
}

/** What of an address is a view: not the row that somebody looks at. Always in the same order, so that it can be compared. */
export function searchOf(said: Readonly<Record<string, string | null | undefined>>): string {
  const kept = Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(kept.toSorted(([one], [other]) => one.localeCompare(other))).toString();
}
