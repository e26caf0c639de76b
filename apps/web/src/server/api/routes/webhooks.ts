import { z } from "zod";
import { webhookCreation } from "../../webhooks/changes";
import { answered, type Route, route } from "../route";
import { number, numberInText, pageOf, paging, toPage } from "../schemas/shared";
import { signingSecret, toWebhook, webhook } from "../schemas/webhook";

const tag = "Webhooks";
const ofWebhook = z.strictObject({ id: numberInText });
const { name, url, types, stations, sites } = webhookCreation.shape;

export const webhooks: readonly Route[] = [
  route({
    method: "GET",
    path: "/webhooks",
    tag,
    operation: "listWebhooks",
    summary: "Where events are sent, newest first",
    permissions: ["webhooks.view"],
    query: z.strictObject(paging(200)),
    answers: { 200: { about: "A page of webhooks.", schema: pageOf(webhook) } },
    async handle({ query, procedures }) {
      return toPage(await procedures.webhooks.list(query), toWebhook);
    },
  }),
  route({
    method: "POST",
    path: "/webhooks",
    tag,
    operation: "createWebhook",
    summary: "Have events sent to an address from now on",
    about:
      "Messages are signed as the Standard Webhooks specification says (`webhook-id`, `webhook-timestamp`, " +
      "`webhook-signature`) with the secret in this answer, which is never shown again.",
    permissions: ["webhooks.write", "webhooks.view"],
    body: z.strictObject({ name, url, types, stations, sites }),
    answers: { 201: { about: "The webhook, with its secret.", schema: webhook.extend(signingSecret) } },
    problems: ["not-found", "refused"],
    async handle({ body, procedures }) {
      const { id, secret } = await procedures.webhooks.create(body);
      return answered(201, { ...toWebhook(await procedures.webhooks.byId({ id })), secret });
    },
  }),
  route({
    method: "GET",
    path: "/webhooks/{id}",
    tag,
    operation: "getWebhook",
    summary: "One webhook",
    permissions: ["webhooks.view"],
    params: ofWebhook,
    answers: { 200: { about: "The webhook.", schema: webhook } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      return answered(200, toWebhook(await procedures.webhooks.byId(params)));
    },
  }),
  route({
    method: "PATCH",
    path: "/webhooks/{id}",
    tag,
    operation: "updateWebhook",
    summary: "Change a webhook, or turn it off or on",
    about: "What is left out stays as it is. One that is turned on hears of what happens from then on.",
    permissions: ["webhooks.write", "webhooks.view"],
    params: ofWebhook,
    body: z.strictObject({
      name: name.optional(),
      url: url.optional(),
      types: types.unwrap().optional(),
      stations: stations.unwrap().optional(),
      sites: z.array(number).max(1_000).optional(),
      enabled: z.boolean().optional(),
    }),
    answers: { 200: { about: "The webhook as it is now.", schema: webhook } },
    problems: ["not-found", "refused"],
    async handle({ params, body, procedures }) {
      await procedures.webhooks.change({ ...params, ...body });
      return answered(200, toWebhook(await procedures.webhooks.byId(params)));
    },
  }),
  route({
    method: "DELETE",
    path: "/webhooks/{id}",
    tag,
    operation: "deleteWebhook",
    summary: "Forget a webhook, with its log",
    permissions: ["webhooks.write"],
    params: ofWebhook,
    answers: { 204: { about: "It is forgotten." } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      await procedures.webhooks.delete(params);
      return answered(204);
    },
  }),
  route({
    method: "POST",
    path: "/webhooks/{id}/secret",
    tag,
    operation: "renewWebhookSecret",
    summary: "Sign with another secret from now on",
    permissions: ["webhooks.write"],
    params: ofWebhook,
    answers: { 200: { about: "The new secret, shown here and never again.", schema: z.object(signingSecret) } },
    problems: ["not-found"],
    async handle({ params, procedures }) {
      return answered(200, await procedures.webhooks.renewSecret(params));
    },
  }),
  route({
    method: "POST",
    path: "/webhooks/{id}/ping",
    tag,
    operation: "pingWebhook",
    summary: "Send a message of the type `ping` that tells nothing",
    permissions: ["webhooks.write"],
    params: ofWebhook,
    answers: { 202: { about: "It is on its way.", schema: z.object({ delivery: z.string() }) } },
    problems: ["not-found", "refused"],
    async handle({ params, procedures }) {
      return answered(202, await procedures.webhooks.ping(params));
    },
  }),
];
