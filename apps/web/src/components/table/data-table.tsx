"use client";

import { type RowData, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, type Ref, useId, useImperativeHandle, useRef } from "react";
import { cx } from "../cx";
import { useDensity } from "../density";
import { spell } from "../keys/key-table";
import { useSingleKeys } from "../keys/use-keys";
import { usePhone } from "../use-phone";
import { useSteady } from "../use-steady";
import { type Columns, features, gridTemplate, narrowest } from "./columns";
import { gridMove } from "./grid-keys";
import type { Picking } from "./picking";
import { Head, type Sorting } from "./table-head";
import { TableRow } from "./table-row";
import { useAnchor } from "./use-anchor";
import { usePassing } from "./use-passing";

/** Moves focus into the list, for a key or a link outside of it. */
export interface DataTableHandle {
  focus: () => void;
  toTop: () => void;
}

interface Props<Row extends RowData> {
  label: string;
  columns: Columns<Row>;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The row the keys are at, and the inspector shows. */
  activeId?: string;
  onActivate?: (id: string) => void;
  /** Enter, or a click on the row's name. */
  onOpen?: (row: Row) => void;
  /** Space: shows or hides the inspector. */
  onPeek?: (row: Row) => void;
  /** Rows picked to be acted on together; the keys for it are the page's. */
  picking?: Picking;
  /** What keys mean here; in a list of stations, those of a station too. */
  keys?: "list" | "list station";
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  /** How many there are in all, where only a part is here. */
  total?: number;
  onEndReached?: () => void;
  /** One line of classes for a row that needs a person. */
  rowLook?: (row: Row) => string | undefined;
  /** The same row for a phone, in two lines; without it the grid scrolls sideways. */
  phoneRow?: (row: Row) => ReactNode;
  /** It stands in a narrow place: its rows are as on a phone, however wide the window is. */
  isNarrow?: boolean;
  empty?: ReactNode;
  className?: string;
  ref?: Ref<DataTableHandle>;
}

const heights = { compact: 32, comfortable: 40, phone: 60 } as const;

/**
 * The list of everything: thousands of rows of one height, drawn only where seen, updated in place and never reordered
 * by itself. A grid to assistive technology; the row is what has focus, by `aria-activedescendant`.
 */
export function DataTable<Row extends RowData>({ rows, rowId, columns, ref, ...props }: Props<Row>) {
  const { activeId, onActivate, onOpen, onPeek, phoneRow, isNarrow = false, total, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const isPhoneWide = usePhone();
  const isPhone = (isPhoneWide || isNarrow) && phoneRow !== undefined;
  const singles = useSingleKeys();
  const density = useDensity();
  const rowHeight = isPhone ? heights.phone : heights[density];

  const idAt = (index: number) => {
    const row = rows[index];
    return row && rowId(row);
  };
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => idAt(index) ?? index,
    overscan: 8,
    initialRect: { width: 1200, height: 800 },
    isScrollingResetDelay: 80,
    onChange: ({ range }) => {
      if (range && range.endIndex >= rows.length - 10) props.onEndReached?.();
    },
  });
  // Only what is drawn is modelled, so that a change in a list of ten thousand costs what it costs in one of fifty.
  const drawn = virtual.getVirtualItems().flatMap((item) => {
    const row = rows[item.index];
    return row ? [{ ...item, row }] : [];
  });
  const table = useTable({ features, columns, data: drawn.map(({ row }) => row), getRowId: rowId });
  const model = table.getRowModel().rows;
  const isPassing = usePassing(virtual, rowHeight);
  useAnchor({ scroller, rows, rowId, rowHeight });
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus(),
    toTop: () => scroller.current?.scrollTo({ top: 0 }),
  }));

  function onKeyDown(event: KeyboardEvent) {
    // Keys pressed in a control inside a row belong to that control.
    const press = spell(event);
    if (event.target !== scroller.current || press === undefined) return;
    const index = rows.findIndex((each) => rowId(each) === activeId);
    const row = rows[index];
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1;
    const action = gridMove(press, { index, count: rows.length, page, singles });
    if (!action) return;
    event.preventDefault();
    if (action.move === "open" && row) onOpen?.(row);
    if (action.move === "peek" && row) onPeek?.(row);
    if (action.move !== "to") return;
    virtual.scrollToIndex(action.index);
    const next = idAt(action.index);
    if (event.shiftKey && row) pickTo(activeId, action.index);
    if (next !== undefined) onActivate?.(next);
  }

  /** Picks everything from a row to the one at a place. */
  function pickTo(from: string | undefined, index: number) {
    const start = rows.findIndex((row) => rowId(row) === from);
    const [first, last] = [Math.min(start < 0 ? index : start, index), Math.max(start, index)];
    props.picking?.add(rows.slice(first, last + 1).map(rowId));
  }
  const pick = useSteady((index: number, reaches: boolean) => {
    const id = idAt(index);
    if (reaches) pickTo(activeId, index);
    else if (id !== undefined) props.picking?.toggle(id);
  });
  const activate = useSteady((id: string) => onActivate?.(id));

  // A row that is out of sight does not exist for assistive technology: it cannot be named as the active one.
  const isActiveDrawn = drawn.some(({ row }) => rowId(row) === activeId);
  const looks = table.getAllLeafColumns().map(({ columnDef }) => columnDef.meta);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid scrolls and takes focus, which a <table> cannot.
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-multiselectable={props.picking ? true : undefined}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-colcount={looks.length}
      aria-activedescendant={isActiveDrawn ? `${gridId}${activeId}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-keys={props.keys ?? "list"}
      style={{ "--columns": gridTemplate(looks) }}
      className={cx("group/grid relative min-h-0 flex-1 overflow-auto outline-none", props.className)}
    >
      <div style={{ minWidth: isPhone ? undefined : narrowest(looks) }}>
        <Head
          headers={table.getHeaderGroups()[0]?.headers ?? []}
          sorting={props.sorting}
          onSort={props.onSort}
          isHidden={isPhone}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which a <tbody> does not allow. */}
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }, place) => {
            const row = model[place];
            return (
              row && (
                <TableRow
                  key={row.id}
                  domId={`${gridId}${row.id}`}
                  row={row}
                  original={row.original}
                  columns={columns}
                  index={index}
                  start={start}
                  height={rowHeight}
                  isActive={row.id === activeId}
                  look={props.rowLook?.(row.original)}
                  onActivate={activate}
                  isPicked={props.picking?.has(row.id)}
                  onPick={props.picking && !isPhone ? pick : undefined}
                  phoneRow={isPhone ? phoneRow : undefined}
                  isPassing={isPassing}
                />
              )
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <div className="sticky left-0">{empty}</div>}
    </div>
  );
}
