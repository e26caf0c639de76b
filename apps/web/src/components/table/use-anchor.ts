import { type RefObject, useLayoutEffect, useRef } from "react";

/** Keeps what is being read where it is while rows come in above it. At the very top, new rows just appear. */
export function useAnchor<Row>({
  scroller,
  rows,
  rowId,
  rowHeight,
}: {
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  rowHeight: number;
}) {
  const before = useRef(rows);

  useLayoutEffect(() => {
    const element = scroller.current;
    const seen = before.current;
    before.current = rows;
    if (!element || seen === rows || element.scrollTop === 0) return;
    const topIndex = Math.floor(element.scrollTop / rowHeight);
    const [was, is] = [seen[topIndex], rows[topIndex]];
    if (was === undefined) return;
    const anchor = rowId(was);
    // The usual case, an update in place, costs one comparison.
    if (is !== undefined && rowId(is) === anchor) return;
    const moved = rows.findIndex((row) => rowId(row) === anchor);
    if (moved >= 0) element.scrollTop += (moved - topIndex) * rowHeight;
  }, [rows, rowId, scroller, rowHeight]);
}
