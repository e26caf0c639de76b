import { z } from "zod";

const number = z.int().min(0).max(10_000);
const text = z.string().max(1_000);

/** A setting or fact of a station, by its names. */
export const variable = z.object({
  component: text,
  componentInstance: text.optional(),
  evse: number.optional(),
  connector: number.optional(),
  name: text.min(1, "A variable needs a name."),
  instance: text.optional(),
});
