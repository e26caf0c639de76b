"use client";

import { FlexRender, type Header, type RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { cx } from "../cx";
import type { features } from "./columns";

/** The order of a list: by which of the server's names, and which way. */
export interface Sorting {
  by: string;
  descending: boolean;
}

/** The head of the grid; stays in sight. A column the server can order by is a button. */
export function Head<Row extends RowData>({
  headers,
  sorting,
  onSort,
  isHidden,
}: {
  headers: Header<typeof features, Row, unknown>[];
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  isHidden: boolean;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataTable.
    <div role="rowgroup" className={isHidden ? "sr-only" : "sticky top-0 z-2"}>
      {/* biome-ignore lint/a11y/useSemanticElements: see DataTable. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head row is not a stop. */}
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-7 grid-cols-(--columns) items-center border-line border-y bg-raised pl-5 text-12 text-ink-3 max-md:pl-4"
      >
        {headers.map((header, column) => {
          const { meta } = header.column.columnDef;
          const isSorted = sorting !== undefined && meta?.sortBy === sorting.by;
          return (
            // biome-ignore lint/a11y/useSemanticElements: see DataTable.
            // biome-ignore lint/a11y/useFocusableInteractive: only a head that sorts takes focus, as a button.
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={column + 1}
              aria-sort={isSorted ? (sorting.descending ? "descending" : "ascending") : undefined}
              className={cx(
                "min-w-0 truncate pr-5",
                column === 0 && "sticky left-5 bg-inherit max-md:left-4",
                meta?.align === "right" && "text-right",
                isSorted && "font-value text-ink",
              )}
            >
              {meta?.sortBy && onSort ? (
                <SortButton sortBy={meta.sortBy} sorting={sorting} onSort={onSort}>
                  <FlexRender header={header} />
                </SortButton>
              ) : (
                <FlexRender header={header} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SortButton({
  sortBy,
  sorting,
  onSort,
  children,
}: {
  sortBy: string;
  sorting?: Sorting;
  onSort: (sorting: Sorting) => void;
  children: React.ReactNode;
}) {
  const isSorted = sorting?.by === sortBy;
  const Arrow = sorting?.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onSort({ by: sortBy, descending: isSorted && !sorting.descending })}
      className="inline-flex h-6 items-center gap-1 hover:text-ink"
    >
      {children}
      {isSorted && <Arrow aria-hidden="true" size={12} />}
    </button>
  );
}
