import { z } from "zod";
import { procedure, router } from "../trpc";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  pingWebhook,
  renewSecret,
  webhookChange,
  webhookCreation,
} from "./changes";
import { deliveryById, deliveryList, listDeliveries, redeliver } from "./deliveries";
import { listWebhooks, webhookById, webhookList } from "./webhooks";

const byId = z.object({ id: z.int() });
const byMessage = z.object({ id: z.string().max(100) });

export const webhooks = router({
  list: procedure("webhooks.view")
    .input(webhookList)
    .query(({ ctx, input }) => listWebhooks(ctx, input)),
  byId: procedure("webhooks.view")
    .input(byId)
    .query(({ ctx, input }) => webhookById(ctx, input.id)),
  create: procedure("webhooks.write")
    .input(webhookCreation)
    .mutation(({ ctx, input }) => createWebhook(ctx, input)),
  change: procedure("webhooks.write")
    .input(webhookChange)
    .mutation(({ ctx, input }) => changeWebhook(ctx, input)),
  renewSecret: procedure("webhooks.write")
    .input(byId)
    .mutation(({ ctx, input }) => renewSecret(ctx, input.id)),
  delete: procedure("webhooks.write")
    .input(byId)
    .mutation(({ ctx, input }) => deleteWebhook(ctx, input.id)),
  ping: procedure("webhooks.write")
    .input(byId)
    .mutation(({ ctx, input }) => pingWebhook(ctx, input.id)),
  deliveries: procedure("webhooks.view")
    .input(deliveryList)
    .query(({ ctx, input }) => listDeliveries(ctx, input)),
  delivery: procedure("webhooks.view")
    .input(byMessage)
    .query(({ ctx, input }) => deliveryById(ctx, input.id)),
  redeliver: procedure("webhooks.write")
    .input(byMessage)
    .mutation(({ ctx, input }) => redeliver(ctx, input.id)),
});
