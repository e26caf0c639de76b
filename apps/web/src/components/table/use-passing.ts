import { useLayoutEffect, useRef } from "react";

/** More rows than this between two drawings, and what comes into sight is gone before it is read. */
const mostRead = 6;

/** Whether a list is being scrolled so fast that nobody can read what comes by; false as soon as it rests. */
export function usePassing(
  { isScrolling, scrollOffset }: { isScrolling: boolean; scrollOffset: number | null },
  rowHeight: number,
): boolean {
  const offset = scrollOffset ?? 0;
  const last = useRef({ offset, isPassing: false });
  // A list that is drawn again without having moved is no slower for it.
  const isFast =
    offset === last.current.offset
      ? last.current.isPassing
      : Math.abs(offset - last.current.offset) > mostRead * rowHeight;
  const isPassing = isScrolling && isFast;
  useLayoutEffect(() => {
    last.current = { offset, isPassing };
  }, [offset, isPassing]);
  return isPassing;
}
