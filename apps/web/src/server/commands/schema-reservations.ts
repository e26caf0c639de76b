import { z } from "zod";

const token = z.object({
  value: z.string().trim().min(1, "A reservation needs a token.").max(255),
  kind: z.string().max(40),
});

/** Reservations, as they come from a browser. */
export const reservationSchemas = [
  z.object({
    type: z.literal("reserve"),
    token,
    group: z.string().trim().min(1).max(255).optional(),
    evse: z.int().min(1).max(10_000).optional(),
    connectorType: z.string().min(1).max(20).optional(),
    until: z.iso.datetime({ offset: true }),
  }),
  z.object({ type: z.literal("cancel-reservation"), reservation: z.int() }),
] as const;

/** One of each, to learn whether a version has words for it. */
export const reservationExamples = {
  reserve: { type: "reserve", token: { value: "EXAMPLE", kind: "central" }, until: "2030-01-01T00:00:00Z" },
  "cancel-reservation": { type: "cancel-reservation", reservation: 1 },
} as const;
