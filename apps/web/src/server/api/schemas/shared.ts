import { z } from "zod";
import { answered } from "../route";

/** A moment; JSON carries it as text with its zone. */
export const time = z.date();

/** Our number of something, as PostgreSQL's integers go. */
export const number = z.int().min(1).max(2_147_483_647);

/** The same in an address, where everything is text. */
export const numberInText = z.coerce.number().int().min(1).max(2_147_483_647);

/** A moment in an address or a body, with its zone. */
export const timeInText = z.iso
  .datetime({ offset: true, error: "Write a time as 2026-11-23T10:15:00Z, with its zone." })
  .refine((text) => Number(text.slice(0, 4)) >= 1970, "Nothing was said before 1970.");

/** Yes or no in an address. */
export const flagInText = z.enum(["true", "false"]).transform((text) => text === "true");

/** A parameter that may come several times. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z
    .union([item, z.array(item)])
    .transform((given): z.output<Item>[] => (Array.isArray(given) ? given : [given]))
    .optional();

/** What every list takes. */
export const paging = (most: number, usual = 100) => ({
  limit: z.coerce.number().int().min(1).max(most).default(usual).describe("How many at most."),
  cursor: z.string().max(2_000).optional().describe("Where to go on: `next` of the page before."),
});

/** A page of a list: what is on it, and where the next one begins; null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), next: z.string().nullable() });

/** A procedure's window as a page. */
export const toPage = <Row, Item>({ rows, next }: { rows: Row[]; next?: string }, toItem: (row: Row) => Item) =>
  answered(200, { data: rows.map(toItem), next: next ?? null });
