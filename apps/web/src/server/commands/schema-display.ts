import { displayFormats, displayPriorities, displayStates } from "@chargehand/domain/display/message";
import { price } from "@chargehand/domain/vocabulary";
import { z } from "zod";

const instant = z.iso.datetime({ offset: true });
const number = z.int().min(0);
const session = z.string().min(1).max(255);
const decimal = z.string().regex(price, "A price is a decimal number with at most six digits after the point.");
const sum = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, "A sum is a decimal number.");

const words = {
  text: z.string().trim().min(1, "A message needs words.").max(1024),
  format: z.enum(displayFormats),
  language: z.string().min(2).max(8).optional(),
};

/** A tariff, as the network keeps it. */
const tariff = z.object({
  id: number,
  version: number,
  code: z.string().min(1).max(60),
  name: z.string().max(200),
  currency: z.string().regex(/^[A-Z]{3}$/),
  perKwh: decimal.optional(),
  perMinute: decimal.optional(),
  perSession: decimal.optional(),
  text: z.string().max(1024).optional(),
  language: z.string().min(2).max(8).optional(),
});

/** Messages on the display, prices, and vendors' own messages, as they come from a browser. */
export const displaySchemas = [
  z.object({
    type: z.literal("show-message"),
    message: z.object({
      ...words,
      priority: z.enum(displayPriorities),
      state: z.enum(displayStates).optional(),
      from: instant.optional(),
      until: instant.optional(),
      others: z.array(z.object(words)).max(4).optional(),
    }),
    session: session.optional(),
    replaces: number.optional(),
  }),
  z.object({ type: z.literal("clear-message"), message: number }),
  z.object({ type: z.literal("read-messages"), message: number.optional() }),
  z.object({ type: z.literal("set-tariff"), evse: number, tariff }),
  z.object({ type: z.literal("read-tariffs") }),
  z.object({ type: z.literal("clear-tariffs"), tariff: z.string().min(1).max(60).optional() }),
  z.object({ type: z.literal("change-tariff"), session, tariff }),
  z.object({
    type: z.literal("show-price"),
    token: z.object({ value: z.string().trim().min(1).max(255), kind: z.string().min(1).max(20) }),
    text: z.string().trim().min(1, "A price needs words.").max(1024),
  }),
  z.object({ type: z.literal("await-payment"), evse: z.int().min(1), seconds: z.int().min(1).max(3600) }),
  z.object({
    type: z.literal("show-cost"),
    session,
    total: sum,
    currency: z.string().regex(/^[A-Z]{3}$/),
    final: z.object({ text: z.string().max(1024) }).optional(),
    at: instant,
    meterWh: z.number().min(0).optional(),
    charging: z.boolean().optional(),
    prices: z.object({ perKwh: sum.optional(), perHour: sum.optional(), perSession: sum.optional() }).optional(),
  }),
  z.object({
    type: z.literal("data-transfer"),
    vendor: z.string().trim().min(1, "A vendor's message needs the vendor.").max(255),
    message: z.string().trim().min(1).max(50).optional(),
    data: z.string().max(100_000).optional(),
  }),
] as const;

const anyTariff = { id: 1, version: 1, code: "tariff-1.1", name: "Example", currency: "EUR", perKwh: "0.39" };

/** One of each, to learn whether a version has words for it. */
export const displayExamples = {
  "show-message": { type: "show-message", message: { text: "Example", format: "utf8", priority: "normal-cycle" } },
  "clear-message": { type: "clear-message", message: 1 },
  "read-messages": { type: "read-messages" },
  "set-tariff": { type: "set-tariff", evse: 0, tariff: anyTariff },
  "read-tariffs": { type: "read-tariffs" },
  "clear-tariffs": { type: "clear-tariffs" },
  "change-tariff": { type: "change-tariff", session: "1", tariff: anyTariff },
  "show-price": { type: "show-price", token: { value: "EXAMPLE", kind: "central" }, text: "Example" },
  "await-payment": { type: "await-payment", evse: 1, seconds: 60 },
  "show-cost": { type: "show-cost", session: "1", total: "1.00", currency: "EUR", at: "2030-01-01T00:00:00Z" },
  "data-transfer": { type: "data-transfer", vendor: "com.example" },
} as const;
