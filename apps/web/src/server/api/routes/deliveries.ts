import { z } from "zod";
import { deliveryStatuses } from "../../../features/webhooks/webhook-view";
import { answered, type Route, route } from "../route";
import { numberInText, pageOf, paging, toPage } from "../schemas/shared";
import { delivery, deliveryDetail, toDelivery, toDeliveryDetail } from "../schemas/webhook";

const tag = "Webhooks";
const ofDelivery = z.strictObject({ id: z.string().max(100).describe("The message's id, as in `webhook-id`.") });

/** What became of the messages of webhooks. */
export const deliveries: readonly Route[] = [
  route({
    method: "GET",
    path: "/webhooks/{id}/deliveries",
    tag,
    operation: "listDeliveries",
    summary: "What was sent to a receiver in the last thirty days, newest first",
    permissions: ["webhooks.view"],
    params: z.strictObject({ id: numberInText }),
    query: z.strictObject({ ...paging(200), status: z.enum(deliveryStatuses).optional() }),
    answers: { 200: { about: "A page of deliveries.", schema: pageOf(delivery) } },
    problems: ["not-found"],
    async handle({ params, query, procedures }) {
      return toPage(await procedures.webhooks.deliveries({ webhook: params.id, ...query }), toDelivery);
    },
  }),
  route({
    method: "GET",
    path: "/deliveries/{id}",
    tag,
    operation: "getDelivery",
    summary: "One message, with everything that was tried",
    permissions: ["webhooks.view"],
    params: ofDelivery,
    answers: { 200: { about: "The delivery.", schema: deliveryDetail } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      return answered(200, toDeliveryDetail(await procedures.webhooks.delivery(params)));
    },
  }),
  route({
    method: "POST",
    path: "/deliveries/{id}/redeliver",
    tag,
    operation: "redeliver",
    summary: "Send a message again, by the same id",
    permissions: ["webhooks.write"],
    params: ofDelivery,
    answers: { 202: { about: "It is on its way." } },
    problems: ["not-found", "refused", "conflict"],
    async handle({ params, procedures }) {
      await procedures.webhooks.redeliver(params);
      return answered(202);
    },
  }),
];
