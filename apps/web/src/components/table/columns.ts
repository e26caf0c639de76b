import { createColumnHelper, metaHelper, type RowData, type TableOptions, tableFeatures } from "@tanstack/react-table";

/** How a column stands in the grid. */
export interface ColumnLook {
  /** Its narrowest width in pixels. */
  width: number;
  /** Its share of the room that is left; without one it stays as narrow as said. */
  grow?: number;
  /** Numbers stand right, so that their digits compare. */
  align?: "right";
  /** Can be left out where there is little room. */
  isExtra?: boolean;
  /** The server can order by it under this name. */
  sortBy?: string;
}

export const features = tableFeatures({ columnMeta: metaHelper<ColumnLook>() });

/** The columns of a table of `Row`. */
export type Columns<Row extends RowData> = TableOptions<typeof features, Row>["columns"];

/** Makes typed columns; each needs a `meta` with its look. */
export const columnsOf = <Row extends RowData>() => createColumnHelper<typeof features, Row>();

/** What all columns need at least, with the edges of a row. */
export const narrowest = (looks: (ColumnLook | undefined)[]) =>
  looks.reduce((sum, look) => sum + (look?.width ?? defaultWidth), 20);

const defaultWidth = 96;

/** The grid all rows and the head share. */
export const gridTemplate = (looks: (ColumnLook | undefined)[]) =>
  looks
    .map(
      (look) =>
        `minmax(${look?.width ?? defaultWidth}px, ${look?.grow ? `${look.grow}fr` : `${look?.width ?? defaultWidth}px`})`,
    )
    .join(" ");
