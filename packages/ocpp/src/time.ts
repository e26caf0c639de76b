/** A moment as a station wrote it, and what had to be tolerated to understand it. */
export interface Timestamp {
  date: Date;
  notes: string[];
}

/**
 * Reads a time as stations write it. Beyond what the versions allow it takes a missing offset for UTC, an offset
 * without minutes, a comma before the fraction, missing seconds; fractions are cut to milliseconds. What is no moment
 * at all (30 February) is undefined.
 */
export function parseTimestamp(text: string): Timestamp | undefined {
  const usual = usualTimestamp.test(text) ? new Date(text) : undefined;
  // The engine would take 30 February for 2 March.
  if (usual && usual.getUTCDate() === Number(text.slice(8, 10))) return { date: usual, notes: [] };

  const parts = timestamp.exec(text);
  if (!parts) return undefined;
  const [, years, months, days, hours, minutes, seconds = "0", fraction = "", zone, sign, offsetHours, offsetMinutes] =
    parts;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));

  const date = new Date(0);
  // Date.UTC would take the year 1 (what some stations say before they know the time) for 1901.
  date.setUTCFullYear(Number(years), Number(months) - 1, Number(days));
  if (date.getUTCDate() !== Number(days)) return undefined;
  const offset = (sign === "-" ? -1 : 1) * (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0));
  date.setUTCHours(Number(hours), Number(minutes) - offset, Number(seconds), milliseconds);

  const notes: string[] = [];
  if (!zone) notes.push(`time without zone, taken as UTC: ${text}`);
  if (sign && !offsetMinutes) notes.push(`offset without minutes: ${text}`);
  return { date, notes };
}

// As almost every station writes it, and as the engine reads it several times faster than we do.
const usualTimestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

const timestamp =
  /^(\d{4})-(0[1-9]|1[0-2])-([0-3]\d)[T\s]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:[.,](\d{1,30}))?)?(Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)?$/i;
