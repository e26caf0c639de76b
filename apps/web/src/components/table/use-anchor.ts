import { type RefObject, useLayoutEffect, useRef } from "react";

/** Keeps what is being read where it is while rows come in above it. At the very top, new rows just appear. */
export function useAnchor({
  scroller,
  ids,
  rowHeight,
}: {
  scroller: RefObject<HTMLDivElement | null>;
  ids: readonly { id: string }[];
  rowHeight: number;
}) {
  const before = useRef(ids);

  useLayoutEffect(() => {
    const element = scroller.current;
    const seen = before.current;
    before.current = ids;
    if (!element || element.scrollTop === 0 || seen === ids) return;
    const topIndex = Math.floor(element.scrollTop / rowHeight);
    const anchor = seen[topIndex]?.id;
    // The usual case, an update in place, costs one comparison.
    if (anchor === undefined || ids[topIndex]?.id === anchor) return;
    const moved = ids.findIndex(({ id }) => id === anchor);
    if (moved >= 0) element.scrollTop += (moved - topIndex) * rowHeight;
  }, [ids, scroller, rowHeight]);
}
