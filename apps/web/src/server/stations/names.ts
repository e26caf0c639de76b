import { z } from "zod";

/** What a station may call itself on the wire. */
export const stationIdentity = z
  .string()
  .trim()
  .min(1, "A station needs the name that it will use on the wire.")
  .max(255, "A station's name has at most 255 characters.")
  .regex(/^[^\p{Cc}/]+$/u, "A station's name has no slashes and no control characters.")
  // It would split the credentials in the station's password header.
  .refine((text) => !text.includes(":"), "A station's name has no colon.");

/** What people may call it. */
export const stationName = z.string().trim().max(200);
