import { type FieldName, type Fields, fieldSaying } from "../../features/filter/fields";
import { type Filter, type Part, parseFilter } from "../../features/filter/filter";
import type { SqlParameters } from "../sql";

/** What one condition means in a statement; asked first where it needs to look something up. */
export type FieldSql = (part: Pick<Part, "compare" | "values">) => string | Promise<string>;

/** What every field of a list, and every word, means in a statement. A field without an entry does not compile. */
export interface FilterSql<Table extends Fields> {
  fields: { [Name in FieldName<Table>]: FieldSql };
  word: (text: string) => string | Promise<string>;
}

/** The conditions of a filter, each field's apart, so that counts can leave their own out. */
export interface Where<Name extends string> {
  /** The fields that the filter says something of. */
  said: ReadonlySet<Name>;
  of: (field: Name) => string;
  /** Everything but what is said of these fields. */
  without: (...fields: readonly Name[]) => string;
}

/** Reads a written filter and says it in SQL. What somebody wrote enters the statement as parameters only. */
export async function whereOf<Table extends Fields>(
  table: Table,
  sql: FilterSql<Table>,
  written: string,
  /** A field that is left out, as if nothing were said of it. */
  leftOut?: FieldName<Table>,
): Promise<Where<FieldName<Table>>> {
  const { words, ...understood } = parseFilter(table, written);
  const parts = understood.parts.filter(({ field }) => field !== leftOut);
  const byField = new Map<FieldName<Table>, string>();
  for (const field of new Set(parts.map((part) => part.field))) {
    byField.set(
      field,
      await together(
        parts.filter((part) => part.field === field),
        sql.fields[field],
      ),
    );
  }
  const said = await Promise.all(
    words.map(async ({ text, not }) => {
      const field = fieldSaying(table, text);
      const inWords = await sql.word(text);
      const means = field && (await sql.fields[field]({ compare: "is", values: [text.toLowerCase()] }));
      return negated(means ? `(${means}) OR ${inWords}` : inWords, not);
    }),
  );
  return {
    said: new Set(byField.keys()),
    of: (field) => byField.get(field) ?? "TRUE",
    without: (...fields) =>
      all([...[...byField].flatMap(([field, condition]) => (fields.includes(field) ? [] : condition)), ...said]),
  };
}

/** Values of one field are choices; what is compared or excluded holds all together. */
async function together(parts: Filter["parts"], sql: FieldSql): Promise<string> {
  const chosen = parts.filter(({ not, compare }) => !not && compare === "is").flatMap(({ values }) => values);
  const others = parts.filter(({ not, compare }) => not || compare !== "is");
  return all([
    ...(chosen.length > 0 ? [await sql({ compare: "is", values: chosen })] : []),
    ...(await Promise.all(others.map(async (part) => negated(await sql(part), part.not)))),
  ]);
}

/** What is not known is not so: a station without a site is not one of "Nord". */
const negated = (condition: string, not: boolean) => (not ? `(${condition}) IS NOT TRUE` : `(${condition})`);

const all = (conditions: readonly string[]) => (conditions.length === 0 ? "TRUE" : conditions.join(" AND "));

/** How stored texts are held against what was written: in whatever case, `*` for anything. */
export function textIs(column: string, parameters: SqlParameters): FieldSql {
  return ({ values }) => {
    const exact = values.filter((value) => !value.includes("*")).map((value) => value.toLowerCase());
    const patterns = values.filter((value) => value.includes("*")).map(likePattern);
    return [
      ...(exact.length > 0 ? [`lower(${column}) = ANY(${parameters.add(exact)}::text[])`] : []),
      ...patterns.map((pattern) => `lower(${column}) LIKE ${parameters.add(pattern)}`),
    ].join(" OR ");
  };
}

/** A text with `*` as LIKE reads it. */
export const likePattern = (value: string) =>
  value
    .toLowerCase()
    .replaceAll(/[\\%_]/g, "\\$&")
    .replaceAll("*", "%");

/** Text columns that hold words of ours. */
export const oneOf =
  (column: string, parameters: SqlParameters): FieldSql =>
  ({ values }) =>
    `${column} = ANY(${parameters.add(values)}::text[])`;
