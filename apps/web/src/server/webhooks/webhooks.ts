import { z } from "zod";
import type { WebhookRow } from "../../features/webhooks/webhook-view";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { offReasons } from "./turn-off";

export const webhookList = z.object({
  limit: z.int().min(1).max(200).default(100),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

/** Webhooks, newest first. */
export async function listWebhooks({ pool }: Pick<Context, "pool">, { limit, cursor }: z.output<typeof webhookList>) {
  const { rows } = await pool.query<WebhookSqlRow>(
    `${select} WHERE $1::int IS NULL OR w.id < $1 ORDER BY w.id DESC LIMIT $2`,
    [cursor?.[0] ?? null, limit + 1],
  );
  const window = windowOf(rows, limit, ({ id }) => [id]);
  return { rows: window.rows.map(toWebhookRow), next: window.next };
}

/** One webhook. */
export async function webhookById({ pool }: Pick<Context, "pool">, id: number): Promise<WebhookRow> {
  const { rows } = await pool.query<WebhookSqlRow>(`${select} WHERE w.id = $1`, [id]);
  if (!rows[0]) throw new NotFound(`There is no webhook number ${id}.`);
  return toWebhookRow(rows[0]);
}

const select = `SELECT w.id, w.name, w.url, w.types, w.sites, w.enabled, w.failing_since, w.disabled_reason, w.created_by,
    w.created_at,
    ARRAY(SELECT s.identity FROM station s WHERE s.id = ANY(w.stations) ORDER BY s.identity) AS stations,
    (SELECT count(*)::int FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'pending') AS waiting,
    (SELECT d.settled_at FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'delivered'
     ORDER BY d.id DESC LIMIT 1) AS last_taken_at
  FROM webhook w`;

interface WebhookSqlRow {
  id: number;
  name: string;
  url: string;
  types: string[];
  stations: string[];
  sites: number[];
  enabled: boolean;
  failing_since: Date | null;
  disabled_reason: string | null;
  created_by: string;
  created_at: Date;
  waiting: number;
  last_taken_at: Date | null;
}

const toWebhookRow = (row: WebhookSqlRow): WebhookRow => ({
  id: row.id,
  name: row.name,
  url: row.url,
  types: row.types,
  stations: row.stations,
  sites: row.sites,
  enabled: row.enabled,
  off: offReasons.find((reason) => reason === row.disabled_reason),
  failingSince: row.failing_since ?? undefined,
  createdBy: row.created_by,
  createdAt: row.created_at,
  waiting: row.waiting,
  lastTakenAt: row.last_taken_at ?? undefined,
});
