import { authorizationStatuses } from "@chargehand/domain/authorization";
import { z } from "zod";

const value = z.string().min(1).max(255);
const kind = z.string().max(40);

const entry = z.object({
  value,
  kind,
  status: z.enum(authorizationStatuses),
  group: z.string().max(255).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  evses: z.array(z.int().min(1)).readonly().optional(),
});

/** What is said about who may charge, as it comes from a browser. */
export const accessSchemas = [
  z.object({
    type: z.literal("send-local-list"),
    mode: z.enum(["full", "differential"]),
    version: z.int().min(1),
    lines: z
      .array(z.object({ value, kind, entry: entry.optional() }))
      .max(10_000)
      .readonly(),
  }),
  z.object({ type: z.literal("read-local-list") }),
  z.object({ type: z.literal("clear-cache") }),
] as const;

/** One of each, to learn whether a version has words for it. */
export const accessExamples = {
  "send-local-list": { type: "send-local-list", mode: "full", version: 1, lines: [] },
  "read-local-list": { type: "read-local-list" },
  "clear-cache": { type: "clear-cache" },
} as const;
