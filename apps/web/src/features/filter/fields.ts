import type { Compare } from "./pieces";

/** What can be said after a field's colon. */
export type FieldKind =
  /** One of some words of ours. */
  | { is: "one-of"; values: readonly string[] }
  /** What a station calls itself, in whatever case; `*` stands for anything. */
  | { is: "text" }
  /** The same, and it has an order: `fw:<1.8.2`. */
  | { is: "version" }
  /** How long ago: `seen:>10m`. */
  | { is: "age" }
  /** `power:>50`, in the unit that the field's words name. */
  | { is: "number" };

/** A field that a list can be filtered by: its name is its key in the table. */
export interface Field {
  kind: FieldKind;
  /** Other names for it. */
  alias?: readonly string[];
  /** Its values mean it also without its name before them: `faulted`. */
  isSaidAlone?: boolean;
}

/** Everything a list can be filtered by. A field more is an entry here, and one in the server's table of the same keys. */
export type Fields = Readonly<Record<string, Field>>;
export type FieldName<Table extends Fields> = keyof Table & string;

/** The field behind a name or one of its aliases. */
export function fieldNamed<Table extends Fields>(fields: Table, name: string): FieldName<Table> | undefined {
  return namesOf(fields).find((field) => field === name || fields[field]?.alias?.includes(name));
}

/** The field that a word alone says something of. */
export const fieldSaying = <Table extends Fields>(fields: Table, word: string): FieldName<Table> | undefined =>
  namesOf(fields).find((name) => {
    const { kind, isSaidAlone } = fields[name] ?? {};
    return isSaidAlone && kind?.is === "one-of" && kind.values.includes(word.toLowerCase());
  });

/** The names of a table's fields, in its order. */
export const namesOf = <Table extends Fields>(fields: Table) => Object.keys(fields) as FieldName<Table>[]; // forgets its keys

/** What is wrong with a value, and what would be right; undefined if nothing is. */
export function faultOfValue({ kind }: Field, compare: Compare, value: string): ValueFault | undefined {
  switch (kind.is) {
    case "one-of":
      if (compare !== "is") return { kind: "no-order", valid: kind.values };
      return kind.values.includes(value) ? undefined : { kind: "unknown-value", valid: kind.values };
    case "text":
      return compare === "is" ? undefined : { kind: "no-order", valid: [] };
    case "version":
      return compare === "is" || /\d/.test(value) ? undefined : { kind: "unknown-value", valid: ["1.8.2"] };
    case "age":
      return compare !== "is" && ageInSeconds(value) !== undefined
        ? undefined
        : { kind: "unknown-value", valid: ["<10m", ">2h", ">3d"] };
    case "number":
      return numberOf(value) === undefined ? { kind: "unknown-value", valid: ["50", ">50", "<=11"] } : undefined;
  }
}

export interface ValueFault {
  kind: "unknown-value" | "no-order";
  valid: readonly string[];
}

const seconds = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 } as const;

/** `10m` → 600; undefined for what is no length of time, or one that no clock knows. */
export function ageInSeconds(written: string): number | undefined {
  const [, number, unit] = /^(\d{1,6}(?:\.\d{1,3})?)(s|m|h|d|w)$/.exec(written.toLowerCase()) ?? [];
  const known = (Object.keys(seconds) as (keyof typeof seconds)[]).find((each) => each === unit); // forgets its keys
  if (number === undefined || known === undefined) return undefined;
  const age = Number(number) * seconds[known];
  return age < 100 * 365 * seconds.d ? age : undefined;
}

/** `50`, `7.4kW` → 7.4; a unit may stand behind it. */
export function numberOf(written: string): number | undefined {
  const [, number] = /^(-?\d{1,12}(?:\.\d{1,6})?)\s?[a-z%]{0,4}$/i.exec(written) ?? [];
  return number === undefined ? undefined : Number(number);
}
