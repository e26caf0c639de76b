import { z } from "zod";
import { type DeliveryDetail, type DeliveryRow, deliveryStatuses } from "../../features/webhooks/webhook-view";
import type { Context } from "../context";
import { Conflict, NotFound, Refused } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";
import { type Writer, write } from "../write";

export const deliveryList = z.object({
  webhook: z.int(),
  status: z.enum(deliveryStatuses).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: cursorOf(z.tuple([z.string().regex(/^\d{1,19}$/)])).optional(),
});

/** What was sent to one receiver in the last thirty days, newest first. */
export async function listDeliveries(
  { pool }: Pick<Context, "pool">,
  { webhook, status, limit, cursor }: z.output<typeof deliveryList>,
) {
  const known = await pool.query("SELECT 1 FROM webhook WHERE id = $1", [webhook]);
  if (known.rowCount === 0) throw new NotFound(`There is no webhook number ${webhook}.`);
  const parameters = sqlParameters();
  const conditions = [
    `d.webhook_id = ${parameters.add(webhook)}`,
    ...(status ? [`d.status = ${parameters.add(status)}`] : []),
    ...(cursor ? [`d.id < ${parameters.add(cursor[0])}::bigint`] : []),
  ];
  const { rows } = await pool.query<DeliverySqlRow>(
    `${select} WHERE ${conditions.join(" AND ")} ORDER BY d.id DESC LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ number }) => [number]);
  return { rows: window.rows.map(toDeliveryRow), next: window.next };
}

/** One message, with everything that was tried. */
export async function deliveryById(
  { pool, prisma }: Pick<Context, "pool" | "prisma">,
  id: string,
): Promise<DeliveryDetail> {
  const { rows } = await pool.query<DeliverySqlRow>(`${select} WHERE d.message_id = $1`, [id]);
  const delivery = await prisma.webhookDelivery.findUnique({
    where: { messageId: id },
    select: { body: true, tries: { orderBy: { id: "desc" } } },
  });
  if (!rows[0] || !delivery) throw new NotFound(`There is no delivery ${id}.`);
  return {
    ...toDeliveryRow(rows[0]),
    body: delivery.body,
    tries: delivery.tries.map(({ at, durationMs, responseCode, responseBody, error }) => ({
      at,
      durationMs,
      responseCode: responseCode ?? undefined,
      responseBody: responseBody ?? undefined,
      error: error ?? undefined,
    })),
  };
}

/** Sends a message again, with all its tries before it: the same message, by the same id. */
export async function redeliver(context: Writer, id: string): Promise<void> {
  await write(context, async (tx, tell) => {
    const delivery = await tx.webhookDelivery.findUnique({ where: { messageId: id }, include: { webhook: true } });
    if (!delivery) throw new NotFound(`There is no delivery ${id}.`);
    if (!delivery.webhook.enabled) throw new Refused("Its webhook is off: turn it on first.");
    if (delivery.claim !== null) throw new Conflict("It is being sent right now.");
    await tx.webhookDelivery.update({
      where: { messageId: id },
      data: { status: "pending", attempts: 0, nextAttemptAt: context.clock(), settledAt: null },
    });
    tell.audit({ action: "webhook.redeliver", subject: `webhook:${delivery.webhookId}`, after: { delivery: id } });
  });
  context.bus.publish("events");
}

const select = `SELECT d.id::text AS number, d.message_id, d.type, d.status, d.attempts, d.created_at, d.settled_at,
    CASE WHEN d.claim IS NULL THEN d.next_attempt_at END AS next_attempt_at,
    (SELECT a.response_code FROM webhook_attempt a WHERE a.delivery_id = d.id ORDER BY a.id DESC LIMIT 1) AS last_code
  FROM webhook_delivery d`;

interface DeliverySqlRow {
  number: string;
  message_id: string;
  type: string;
  status: DeliveryRow["status"];
  attempts: number;
  created_at: Date;
  next_attempt_at: Date | null;
  settled_at: Date | null;
  last_code: number | null;
}

const toDeliveryRow = (row: DeliverySqlRow): DeliveryRow => ({
  id: row.message_id,
  type: row.type,
  status: row.status,
  attempts: row.attempts,
  createdAt: row.created_at,
  nextAttemptAt: row.next_attempt_at ?? undefined,
  settledAt: row.settled_at ?? undefined,
  lastCode: row.last_code ?? undefined,
});
