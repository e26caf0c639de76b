import type { InboundContext } from "./dialect";
import { parseTimestamp } from "./time";

/** The moment a station means. One that does not exist (30 February) is taken for now, which is noted. */
export function toDate(text: string, { receivedAt, note }: InboundContext): Date {
  const time = parseTimestamp(text);
  if (!time) {
    note(`no such time, taken as now: ${text.slice(0, 40)}`);
    return receivedAt;
  }
  for (const remark of time.notes) note(remark);
  return time.date;
}

/** The same moment in the one form in which times are kept as text; one that does not exist stays as it is. */
export const toInstant = (text: string): string => parseTimestamp(text)?.date.toISOString() ?? text;

/** A text that says something. Stations fill fields they have nothing for with "". */
export function said(text: string | undefined): string | undefined {
  return text?.trim() ? text : undefined;
}

/** The key of a table that holds a value: tables are written in one direction and read in both. */
export function keyOf<Key extends string, Value>(table: Readonly<Record<Key, Value>>, value: Value): Key | undefined {
  for (const key in table) if (table[key] === value) return key;
  return undefined;
}
