import { z } from "zod";

/** Where a window of rows ended: opaque outside, the sort values of the last row inside. */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** A cursor as it comes back from a browser: checked against the sort values this list expects. */
export const cursorOf = <Values extends z.ZodType>(values: Values) =>
  z
    .string()
    .max(2_000)
    .transform((text, context): z.output<Values> => {
      const parsed = values.safeParse(jsonOf(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: "custom", message: "This cursor is none of ours." });
      return z.NEVER;
    });

/** One row more than asked for tells whether there is a next window. */
export function windowOf<Row>(rows: Row[], limit: number, cursor: (last: Row) => readonly (string | number | null)[]) {
  const window = rows.slice(0, limit);
  const last = window.at(-1);
  return { rows: window, next: rows.length > limit && last ? encodeCursor(cursor(last)) : undefined };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    // Not a cursor at all; the schema refuses undefined.
    return undefined;
  }
}
