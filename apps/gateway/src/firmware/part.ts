import type { IncomingHttpHeaders } from "node:http";
import parseRange from "range-parser";

/** What of a file is asked for: the bytes, the last one included; or that nothing is to be sent, with the status. */
export type Part = { status: 200 | 206; from: number; until: number; isResumed: boolean } | { status: 304 | 412 | 416 };

/** A file as it can be asked about. */
export interface Measured {
  size: number;
  /** With its quotes. */
  etag: string;
  changedAt: Date;
}

/**
 * Reads which part of a file a request wants. What cannot be read as a range, several ranges, and a range of a file that
 * has changed since give the whole file, as RFC 9110 allows.
 */
export function partOf(headers: IncomingHttpHeaders, { size, etag, changedAt }: Measured): Part {
  if (headers["if-match"] !== undefined && !names(headers["if-match"], etag)) return { status: 412 };
  if (names(headers["if-none-match"], etag)) return { status: 304 };
  const whole = { status: 200, from: 0, until: size - 1, isResumed: false } as const;
  const { range } = headers;
  if (range === undefined || !stillHolds([headers["if-range"]].flat()[0], { etag, changedAt })) return whole;
  const ranges = parseRange(size, range);
  if (ranges === -1) return { status: 416 };
  const [first, ...others] = ranges === -2 || ranges.type !== "bytes" ? [] : ranges;
  if (!first || others.length > 0) return whole;
  // "From here to the end" is what is asked for by those who have what comes before.
  return { status: 206, from: first.start, until: first.end, isResumed: /^bytes=\d+-\s*$/.test(range) };
}

const names = (list: string | undefined, etag: string) =>
  list?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*");

/** A station that resumes says which file it began with: by its tag, or by its date. */
function stillHolds(said: string | undefined, { etag, changedAt }: Omit<Measured, "size">): boolean {
  if (said === undefined) return true;
  if (said.startsWith('"')) return said === etag;
  return Math.floor(changedAt.getTime() / 1000) * 1000 === Date.parse(said);
}
