import { randomUUID } from "node:crypto";
import type { Context } from "../context";
import { mostAttempts, retryAfterMs, waitAfter } from "./back-off";
import { type Outcome, type PostRules, post } from "./post";
import { unlock } from "./secret-box";
import { signed } from "./signature";
import { giveUpOn } from "./turn-off";

export interface SendContext extends Pick<Context, "pool" | "prisma" | "clock" | "secretPepper"> {
  rules: PostRules;
}

/** Longer than a claimed batch can take, so that nothing is sent twice while its sender lives. */
const leaseMs = 90_000;
const batch = 16;
const atOnce = 4;
const failingMs = 3 * 24 * 60 * 60_000;

/** The receivers for which something is due. */
export async function dueReceivers({ pool, clock }: Pick<SendContext, "pool" | "clock">): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `SELECT w.id FROM webhook w WHERE w.enabled AND EXISTS (
       SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'pending' AND d.next_attempt_at <= $1)`,
    [clock()],
  );
  return rows.map(({ id }) => id);
}

/** Sends what is due for one receiver, a few at a time, until nothing is. */
export async function sendDue(context: SendContext, webhook: number, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const claimed = await claim(context, webhook);
    if (claimed.length === 0) return;
    const waiting = claimed[Symbol.iterator]();
    const worker = async () => {
      for (const delivery of waiting) await send(context, delivery, stop);
    };
    const done = await Promise.allSettled(Array.from({ length: atOnce }, worker));
    const broken = done.find((one) => one.status === "rejected");
    if (broken) throw broken.reason;
  }
}

interface Claimed {
  id: string;
  claim: string;
  messageId: string;
  body: string;
  attempts: number;
  webhook: number;
  url: string;
  secret: string;
}

/** Takes deliveries for this process. If it dies, they are due again when the lease is over. */
async function claim({ pool, clock }: SendContext, webhook: number): Promise<Claimed[]> {
  const { rows } = await pool.query<Claimed>(
    `UPDATE webhook_delivery d SET claim = $2, next_attempt_at = $3::timestamptz + $4 * interval '1 millisecond'
     FROM webhook w WHERE w.id = d.webhook_id AND w.enabled AND d.id IN (
       SELECT id FROM webhook_delivery WHERE webhook_id = $1 AND status = 'pending' AND next_attempt_at <= $3
       ORDER BY next_attempt_at, id LIMIT $5 FOR UPDATE SKIP LOCKED)
     RETURNING d.id, d.claim, d.message_id AS "messageId", d.body, d.attempts, w.id AS webhook, w.url, w.secret`,
    [webhook, randomUUID(), clock(), leaseMs, batch],
  );
  return rows.toSorted((a, b) => Number(a.id) - Number(b.id));
}

async function send(context: SendContext, delivery: Claimed, stop: AbortSignal): Promise<void> {
  const { clock, rules, secretPepper } = context;
  const { messageId, body, url, secret } = delivery;
  if (stop.aborted) return release(context, delivery);
  const at = clock();
  const begun = performance.now();
  const key = keyOf(secret, secretPepper);
  const outcome: Outcome = key
    ? await post({ url, headers: { ...plain, ...signed({ id: messageId, at, body, secret: key }) }, body }, rules, stop)
    : { is: "unanswered", error: "Its signing secret cannot be read: the pepper has changed. Give it a new secret." };
  if (outcome.is === "broken-off") return release(context, delivery);
  await record(context, delivery, outcome, { at, durationMs: Math.round(performance.now() - begun) });
}

const plain = { "content-type": "application/json", "user-agent": "Chargehand-Webhooks/1" };

function keyOf(secret: string, pepper: string): string | undefined {
  try {
    return unlock(secret, pepper);
  } catch {
    // A database that was moved without its secrets; every receiver would say that the signature is wrong.
    return undefined;
  }
}

/** Gives a delivery back as if it had not been taken. */
async function release({ prisma, clock }: SendContext, { id, claim }: Claimed): Promise<void> {
  const data = { claim: null, nextAttemptAt: clock() };
  await prisma.webhookDelivery.updateMany({ where: { id: BigInt(id), claim }, data });
}

/** Keeps what came back, and what follows from it for the delivery and its receiver, all at once. */
async function record(
  { prisma, clock }: SendContext,
  { id, claim, webhook, attempts: before }: Claimed,
  outcome: Exclude<Outcome, { is: "broken-off" }>,
  times: { at: Date; durationMs: number },
): Promise<void> {
  const now = clock();
  const deliveryId = BigInt(id);
  const attempts = before + 1;
  const isTaken = outcome.is === "answered" && outcome.status >= 200 && outcome.status < 300;
  const wait = waitAfter(attempts, {
    retryAfterMs: outcome.is === "answered" ? retryAfterMs(outcome.retryAfter, now) : undefined,
    chance: Math.random(),
  });

  await prisma.$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, claim },
      data: {
        claim: null,
        attempts,
        ...(isTaken || attempts >= mostAttempts
          ? { status: isTaken ? "delivered" : "failed", nextAttemptAt: null, settledAt: now }
          : { nextAttemptAt: new Date(now.getTime() + wait) }),
      },
    });
    // Somebody else has it by now, or it is gone with its webhook.
    if (count === 0) return;
    await tx.webhookAttempt.create({
      data: {
        deliveryId,
        ...times,
        ...(outcome.is === "answered"
          ? { responseCode: outcome.status, responseBody: outcome.body }
          : { error: outcome.error }),
      },
    });
    if (isTaken) {
      await tx.webhook.updateMany({
        where: { id: webhook, failingSince: { not: null } },
        data: { failingSince: null },
      });
      return;
    }
    await tx.webhook.updateMany({ where: { id: webhook, failingSince: null }, data: { failingSince: times.at } });
    if (outcome.is === "answered" && outcome.status === 410) await giveUpOn(tx, { id: webhook, reason: "gone", now });
    else await giveUpOn(tx, { id: webhook, reason: "failing", now, since: new Date(now.getTime() - failingMs) });
  });
}
