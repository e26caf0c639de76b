/** What a key does in a list: move the active row, open it, look into it. */
export type GridMove = { move: "to"; index: number } | { move: "open" } | { move: "peek" } | undefined;

/** Reads a key in a grid of `count` rows, of which `page` fit the window. -1 stands for no active row. */
export function gridMove(
  key: string,
  { index, count, page }: { index: number; count: number; page: number },
): GridMove {
  if (count === 0) return undefined;
  const to = (wanted: number): GridMove => ({ move: "to", index: Math.min(count - 1, Math.max(0, wanted)) });
  switch (key) {
    case "ArrowDown":
    case "j":
      return to(index + 1);
    case "ArrowUp":
    case "k":
      return to(index - 1);
    case "PageDown":
      return to(index + page);
    case "PageUp":
      return to(index - page);
    case "Home":
      return to(0);
    case "End":
      return to(count - 1);
    case "Enter":
    case "o":
      return index < 0 ? undefined : { move: "open" };
    case " ":
    case "i":
      return index < 0 ? undefined : { move: "peek" };
    default:
      return undefined;
  }
}
