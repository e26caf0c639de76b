import type { CreateColumn } from "./journal-columns";

/** What the rows of one entry have in common. */
export interface Part {
  station: number;
  epoch: number;
  receivedAt: Date;
  /** When the batch was made. */
  now: Date;
}

/** A statement of the batch: prepared once per connection, bound with as many rows as there are. */
export interface Statement<Row> {
  name: string;
  sql: string;
  bind(): Bound<Row>;
}

/** The rows gathered for one statement. */
export interface Bound<Row> {
  readonly name: string;
  rows(): number;
  push(row: Row, part: Part): void;
  reset(): void;
  /** Throws what a column cannot hold. Valid until the next call. */
  parameters(): Buffer[];
}

/** One column of a statement: its name in the table, how it travels, and where its value comes from. */
export interface ColumnSpec<Row> {
  name: string;
  array: string;
  /** The value in SQL, where it is not the column as it travels. */
  cast: string;
  bind(): BoundColumn<Row>;
}

interface BoundColumn<Row> {
  encode(rows: readonly Row[], parts: readonly Part[]): Buffer;
}

export const column = <Row, Value>(
  name: string,
  create: CreateColumn<Value>,
  value: (row: Row, part: Part) => Value | null | undefined,
  cast = "",
): ColumnSpec<Row> => ({
  name,
  array: create().array,
  cast,
  bind() {
    const { encode } = create();
    return { encode: (rows, parts) => encode(rows, parts, value) };
  },
});

/** A statement over the rows as arrays; `sql` is given them as the relation `u`, and each by itself. */
export const statement = <Row>(
  name: string,
  columns: readonly ColumnSpec<Row>[],
  sql: (u: string, arrays: readonly string[]) => string,
): Statement<Row> => ({
  name,
  sql: sql(relation(columns), arraysOf(columns)),
  bind: () => bound(name, columns),
});

/** All columns, as new rows of a table; `own` are columns that the database fills itself. */
export const insertInto = <Row>(
  name: string,
  table: string,
  columns: readonly ColumnSpec<Row>[],
  { own = {}, conflict = "" }: { own?: Record<string, string>; conflict?: string } = {},
) =>
  statement(name, columns, (u) => {
    const names = [...Object.keys(own), ...columns.map((each) => quoted(each.name))];
    const values = [...Object.values(own), ...columns.map(expression)];
    return `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${u} ${conflict}`;
  });

/** Overwrites the row with the same key. */
export const update = <Row>(
  name: string,
  table: string,
  key: readonly string[],
  columns: readonly ColumnSpec<Row>[],
  { absentStays = false }: { absentStays?: boolean } = {},
) =>
  statement(name, columns, (u) => {
    const changed = columns.filter((each) => !key.includes(each.name));
    const set = changed.map((each) => {
      const value = absentStays ? `coalesce(${expression(each)}, t.${quoted(each.name)})` : expression(each);
      return `${quoted(each.name)} = ${value}`;
    });
    return `UPDATE ${table} AS t SET ${set} FROM ${u} WHERE ${key.map((each) => `t.${each} = u.${each}`).join(" AND ")}`;
  });

/** A statement for rows that are rare: they travel as one JSON array, `$1`. */
export const jsonStatement = <Row>(
  name: string,
  toObject: (row: Row, part: Part) => object,
  sql: string,
): Statement<Row> => ({
  name,
  sql,
  bind() {
    let objects: object[] = [];
    return {
      name,
      rows: () => objects.length,
      push: (row, part) => objects.push(toObject(row, part)),
      reset() {
        objects = [];
      },
      parameters: () => [Buffer.from(JSON.stringify(objects))],
    };
  },
});

const quoted = (name: string) => `"${name}"`;
const expression = <Row>({ name, cast }: ColumnSpec<Row>) => `u.${quoted(name)}${cast && `::${cast}`}`;

const arraysOf = <Row>(columns: readonly ColumnSpec<Row>[]) =>
  columns.map(({ array }, index) => `$${index + 1}::${array}`);

const relation = <Row>(columns: readonly ColumnSpec<Row>[]) =>
  `unnest(${arraysOf(columns)}) AS u(${columns.map(({ name }) => quoted(name))})`;

function bound<Row>(name: string, specs: readonly ColumnSpec<Row>[]): Bound<Row> {
  const columns = specs.map((spec) => spec.bind());
  const rows: Row[] = [];
  const parts: Part[] = [];
  return {
    name,
    rows: () => rows.length,
    push(row, part) {
      rows.push(row);
      parts.push(part);
    },
    reset() {
      rows.length = 0;
      parts.length = 0;
    },
    parameters: () => columns.map((each) => each.encode(rows, parts)),
  };
}
