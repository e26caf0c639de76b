import { readKey } from "../keys/key-table";

/** What a key does in a list: move the active row, open it, look into it. */
export type GridMove = { move: "to"; index: number } | { move: "open" } | { move: "peek" } | undefined;

/** Reads a key in a grid of `count` rows, of which `page` fit the window. -1 stands for no active row. */
export function gridMove(
  press: string,
  { index, count, page, singles = true }: { index: number; count: number; page: number; singles?: boolean },
): GridMove {
  if (count === 0) return undefined;
  const to = (wanted: number): GridMove => ({ move: "to", index: Math.min(count - 1, Math.max(0, wanted)) });
  switch (press) {
    case "PageDown":
      return to(index + page);
    case "PageUp":
      return to(index - page);
    case "Home":
      return to(0);
    case "End":
      return to(count - 1);
  }
  const meant = readKey(press, { scopes: ["list"], singles });
  switch (meant?.is === "action" ? meant.id : undefined) {
    case "down":
      return to(index + 1);
    case "up":
      return to(index - 1);
    case "open":
      return index < 0 ? undefined : { move: "open" };
    case "peek":
      return index < 0 ? undefined : { move: "peek" };
    default:
      return undefined;
  }
}
