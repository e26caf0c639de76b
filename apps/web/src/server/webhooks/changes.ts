import { readEvents } from "@chargehand/db/events";
import { z } from "zod";
import type { Context, SignedIn } from "../context";
import { NotFound, Refused } from "../errors";
import { isEventType } from "../events/event-types";
import { type Transaction, type Writer, write } from "../write";
import { messageOf } from "./collect";
import { destinationOf } from "./destination";
import { lockUp } from "./secret-box";
import { newSigningSecret } from "./signature";
import { dropWaiting } from "./turn-off";

/** Each of them is a reader of every event. */
const mostWebhooks = 100;

const facts = z.object({
  name: z.string().trim().min(1, "A webhook needs a name by which people know what listens.").max(100),
  url: z.string().trim().min(1, "A webhook needs an address to send to.").max(2_000),
  types: z.array(z.string().refine(isEventType, "This is no type of event.")).max(100).default([]),
  /** Identities. */
  stations: z.array(z.string().min(1).max(255)).max(1_000).default([]),
  sites: z.array(z.int()).max(1_000).default([]),
});
export const webhookCreation = facts;
export const webhookChange = z.object({
  id: z.int(),
  name: facts.shape.name.optional(),
  url: facts.shape.url.optional(),
  types: facts.shape.types.unwrap().optional(),
  stations: facts.shape.stations.unwrap().optional(),
  sites: facts.shape.sites.unwrap().optional(),
  /** Turned on again, it hears of what happens from then on. */
  enabled: z.boolean().optional(),
});

type Changer = Writer & Pick<SignedIn, "pool" | "secretPepper" | "webhookHosts">;

/** Makes a webhook that hears of everything from now on. Its secret is never seen again. */
export async function createWebhook(
  context: Changer,
  { name, url, types, stations, sites }: z.output<typeof webhookCreation>,
): Promise<{ id: number; secret: string }> {
  requireDestination(context, url);
  const { cursor } = await readEvents(context.pool, "now", 1);
  const secret = newSigningSecret();
  return write(context, async (tx, tell) => {
    if ((await tx.webhook.count()) >= mostWebhooks) throw new Refused(`There are ${mostWebhooks} webhooks already.`);
    const { id } = await tx.webhook.create({
      data: {
        name,
        url,
        types,
        stations: await stationNumbers(tx, stations),
        sites: await knownSites(tx, sites),
        secret: lockUp(secret, context.secretPepper),
        cursor,
        createdBy: context.person.name,
        createdAt: context.clock(),
      },
    });
    tell.audit({ action: "webhook.create", subject: `webhook:${id}`, after: { name, url, types, stations, sites } });
    return { id, secret };
  });
}

/** Changes what is said of it, and nothing else. */
export async function changeWebhook(
  context: Changer,
  { id, enabled, ...change }: z.output<typeof webhookChange>,
): Promise<void> {
  if (change.url !== undefined) requireDestination(context, change.url);
  const now = enabled && (await readEvents(context.pool, "now", 1));
  return write(context, async (tx, tell) => {
    const before = await webhookForChange(tx, id);
    const { name, url, types, stations, sites } = change;
    if (enabled === false && before.enabled) await dropWaiting(tx, id, context.clock());
    await tx.webhook.update({
      where: { id },
      data: {
        name,
        url,
        types,
        ...(stations && { stations: await stationNumbers(tx, stations) }),
        ...(sites && { sites: await knownSites(tx, sites) }),
        ...(enabled === false && before.enabled && { enabled, disabledReason: "by-hand" }),
        ...(now && !before.enabled && { enabled, disabledReason: null, failingSince: null, cursor: now.cursor }),
      },
    });
    tell.audit({
      action: "webhook.change",
      subject: `webhook:${id}`,
      before: { name: before.name, url: before.url, types: before.types, enabled: before.enabled },
      after: { ...change, enabled },
    });
  });
}

/** Gives it another secret, at once. */
export const renewSecret = (context: Changer, id: number): Promise<{ secret: string }> =>
  write(context, async (tx, tell) => {
    await webhookForChange(tx, id);
    const secret = newSigningSecret();
    await tx.webhook.update({ where: { id }, data: { secret: lockUp(secret, context.secretPepper) } });
    tell.audit({ action: "webhook.secret", subject: `webhook:${id}` });
    return { secret };
  });

/** Forgets it, with its log and what still waits for it. */
export const deleteWebhook = (context: Writer, id: number): Promise<void> =>
  write(context, async (tx, tell) => {
    const { name, url } = await webhookForChange(tx, id);
    await tx.webhook.delete({ where: { id } });
    tell.audit({ action: "webhook.delete", subject: `webhook:${id}`, before: { name, url } });
  });

/** Sends a message that tells nothing, so that a person can see whether it arrives. */
export async function pingWebhook(context: Writer, id: number): Promise<{ delivery: string }> {
  const at = context.clock();
  const pinged = await write(context, async (tx, tell) => {
    const { enabled, name } = await webhookForChange(tx, id);
    if (!enabled) throw new Refused("This webhook is off: turn it on first.");
    const time = at.toISOString();
    const message = messageOf({
      id: null,
      type: "ping",
      at: time,
      receivedAt: time,
      station: null,
      data: { webhook: id, name },
    });
    const { id: messageId, type, body } = message;
    await tx.webhookDelivery.create({
      data: { messageId, webhookId: id, type, body, nextAttemptAt: at, createdAt: at },
    });
    tell.audit({ action: "webhook.ping", subject: `webhook:${id}` });
    return { delivery: messageId };
  });
  context.bus.publish("events");
  return pinged;
}

function requireDestination({ webhookHosts }: Pick<Context, "webhookHosts">, url: string): void {
  const destination = destinationOf(url, webhookHosts);
  if ("fault" in destination) throw new Refused(destination.fault);
}

async function stationNumbers(tx: Transaction, identities: readonly string[]): Promise<number[]> {
  const found = await tx.station.findMany({
    where: { identity: { in: [...identities] } },
    select: { id: true, identity: true },
  });
  const unknown = identities.find((identity) => !found.some((station) => station.identity === identity));
  if (unknown !== undefined) throw new NotFound(`There is no station called ${unknown}.`);
  return found.map(({ id }) => id);
}

async function knownSites(tx: Transaction, sites: readonly number[]): Promise<number[]> {
  const found = await tx.site.findMany({ where: { id: { in: [...sites] } }, select: { id: true } });
  const unknown = sites.find((site) => !found.some(({ id }) => id === site));
  if (unknown !== undefined) throw new NotFound(`There is no site number ${unknown}.`);
  return found.map(({ id }) => id);
}

async function webhookForChange(tx: Transaction, id: number) {
  const webhook = await tx.webhook.findUnique({ where: { id } });
  if (!webhook) throw new NotFound(`There is no webhook number ${id}.`);
  return webhook;
}
