import { z } from "zod";
import {
  type DeliveryDetail,
  type DeliveryRow,
  deliveryStatuses,
  type WebhookRow,
} from "../../../features/webhooks/webhook-view";
import { offReasons } from "../../webhooks/turn-off";
import { number, time } from "./shared";

export const webhook = z
  .object({
    id: number,
    name: z.string(),
    url: z.string(),
    types: z.array(z.string()).describe("Types of events it wants; all when empty."),
    stations: z.array(z.string()).describe("By their names on the wire."),
    sites: z.array(number).describe("With all their stations. Without stations and sites it hears of everything."),
    enabled: z.boolean(),
    off: z.enum(offReasons).nullable().describe("Why it is off."),
    failingSince: time.nullable().describe("Since when its receiver has taken nothing."),
    createdBy: z.string(),
    createdAt: time,
    waiting: z.int().describe("How many messages wait for it."),
    lastTakenAt: time.nullable(),
  })
  .meta({ id: "Webhook" });

/** Signs its messages. */
export const signingSecret = { secret: z.string().describe("`whsec_` and base64, as Standard Webhooks has it.") };

export const toWebhook = (row: WebhookRow): z.input<typeof webhook> => ({
  ...row,
  off: row.off ?? null,
  failingSince: row.failingSince ?? null,
  lastTakenAt: row.lastTakenAt ?? null,
});

const deliveryFacts = {
  id: z.string().describe("The message's id, as in `webhook-id`."),
  type: z.string(),
  status: z.enum(deliveryStatuses),
  attempts: z.int().describe("Since it was made, or was last sent again by hand."),
  createdAt: time,
  nextAttemptAt: time.nullable(),
  settledAt: time.nullable(),
  lastCode: z.int().nullable().describe("The status of the receiver's last answer."),
};

export const delivery = z.object(deliveryFacts).meta({ id: "Delivery" });

export const deliveryDetail = z
  .object({
    ...deliveryFacts,
    body: z.string().describe("What is sent, letter by letter."),
    tries: z.array(
      z.object({
        at: time,
        durationMs: z.int(),
        responseCode: z.int().nullable(),
        responseBody: z.string().nullable().describe("Its first 2 KB."),
        error: z.string().nullable().describe("Why there was no answer."),
      }),
    ),
  })
  .meta({ id: "DeliveryDetail" });

export const toDelivery = (row: DeliveryRow): z.input<typeof delivery> => ({
  id: row.id,
  type: row.type,
  status: row.status,
  attempts: row.attempts,
  createdAt: row.createdAt,
  nextAttemptAt: row.nextAttemptAt ?? null,
  settledAt: row.settledAt ?? null,
  lastCode: row.lastCode ?? null,
});

export const toDeliveryDetail = (detail: DeliveryDetail): z.input<typeof deliveryDetail> => ({
  ...toDelivery(detail),
  body: detail.body,
  tries: detail.tries.map(({ at, durationMs, responseCode, responseBody, error }) => ({
    at,
    durationMs,
    responseCode: responseCode ?? null,
    responseBody: responseBody ?? null,
    error: error ?? null,
  })),
});
