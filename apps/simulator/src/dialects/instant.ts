import { z } from "zod";

/** A moment as every version writes it, read as milliseconds since 1970. */
export const instant = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((at) => !Number.isNaN(at), "a date and time is wanted");
