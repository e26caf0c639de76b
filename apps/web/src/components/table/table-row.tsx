"use client";

import { FlexRender, type Row as ModelRow, type RowData } from "@tanstack/react-table";
import { type CSSProperties, memo, type ReactNode, useState } from "react";
import { cx } from "../cx";
import type { features } from "./columns";
import { PickBox } from "./pick-box";

interface Props<Row extends RowData> {
  row: ModelRow<typeof features, Row>;
  /** What the row shows: while it and the columns stay the same, the row is not drawn again. */
  original: Row;
  columns: unknown;
  domId: string;
  index: number;
  start: number;
  height: number;
  isActive: boolean;
  look?: string;
  onActivate?: (id: string) => void;
  /** Picked to be acted on with others; undefined where rows cannot be picked. */
  isPicked?: boolean;
  /** A click at its box, or one with Shift, which reaches from the active row to this one. */
  onPick?: (index: number, reaches: boolean) => void;
  phoneRow?: (row: Row) => ReactNode;
  /** Flies past faster than anybody reads: its first cell is enough, until it comes to rest. */
  isPassing: boolean;
}

/** One row of the grid at its place. */
export const TableRow = memo(DrawnRow, isSameRow) as typeof DrawnRow; // memo forgets the type parameter

function DrawnRow<Row extends RowData>({
  row,
  domId,
  index,
  start,
  height,
  isActive,
  look,
  onActivate,
  isPicked,
  onPick,
  phoneRow,
  isPassing,
}: Props<Row>) {
  const [isWhole, setWhole] = useState(!isPassing);
  if (!isWhole && !isPassing) setWhole(true);
  const cells = isWhole ? row.getAllCells() : row.getAllCells().slice(0, 1);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled once, by the grid that holds the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this row as active.
    // biome-ignore lint/a11y/useSemanticElements: see DataTable.
    <div
      id={domId}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isPicked ?? isActive}
      onClick={({ shiftKey, target }) => {
        // A link leads away; choosing its row as well would be a second way, and the later one wins.
        if (target instanceof Element && target.closest("a")) return;
        if (shiftKey) onPick?.(index, true);
        onActivate?.(row.id);
      }}
      style={place(start, height)}
      className={cx(
        // Its size is said and nothing leaves it: what changes in one row has no other laid out anew.
        "group/row absolute top-0 left-0 grid w-full items-center border-line border-b pl-5 contain-strict max-md:pl-4",
        isActive
          ? "bg-selected shadow-[inset_3px_0_0_var(--ink)] group-focus-visible/grid:shadow-[inset_3px_0_0_var(--ink),inset_0_0_0_2px_var(--focus)]"
          : "bg-canvas hover:bg-hover",
        phoneRow ? "grid-cols-[minmax(0,1fr)]" : "grid-cols-(--columns)",
        isPicked && !isActive && "bg-selected",
        look,
      )}
    >
      {onPick && <PickBox isPicked={isPicked === true} onPick={(reaches) => onPick(index, reaches)} />}
      {phoneRow ? (
        // biome-ignore lint/a11y/useSemanticElements: see DataTable.
        // biome-ignore lint/a11y/useFocusableInteractive: the row is what is focused.
        <div role="gridcell" className="min-w-0 pr-4">
          {phoneRow(row.original)}
        </div>
      ) : (
        cells.map((cell, column) => (
          // biome-ignore lint/a11y/useSemanticElements: see DataTable.
          // biome-ignore lint/a11y/useFocusableInteractive: the row is what is focused.
          <div
            key={cell.id}
            role="gridcell"
            aria-colindex={column + 1}
            className={cx(
              "min-w-0 truncate pr-5",
              column === 0 && "sticky left-5 z-1 bg-inherit max-md:left-4",
              cell.column.columnDef.meta?.align === "right" && "text-right",
            )}
          >
            <FlexRender cell={cell} />
          </div>
        ))
      )}
    </div>
  );
}

const place = (start: number, height: number): CSSProperties => ({ height, transform: `translateY(${start}px)` });

/** The model makes new row objects for every list; what they hold decides. */
function isSameRow(before: Props<RowData>, after: Props<RowData>) {
  return (
    before.original === after.original &&
    before.columns === after.columns &&
    before.index === after.index &&
    before.start === after.start &&
    before.height === after.height &&
    before.isActive === after.isActive &&
    before.look === after.look &&
    before.isPicked === after.isPicked &&
    before.onPick === after.onPick &&
    before.onActivate === after.onActivate &&
    before.phoneRow === after.phoneRow &&
    // Once whole, a row stays so.
    (!before.isPassing || after.isPassing)
  );
}
