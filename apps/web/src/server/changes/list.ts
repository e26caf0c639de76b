import type { DomainEvent } from "@chargehand/domain/event";
import { z } from "zod";
import type { SignedIn } from "../context";
import { everyday } from "../issues/signals";
import { cursorOf, windowOf } from "../paging";
import { isSecret, masked } from "../variables/secrets";

/** Who changed something: people and programs, what the console does by itself, and stations. */
export const changeSources = ["people", "system", "station"] as const;
export type ChangeSource = (typeof changeSources)[number];

/** One change, with what it was and what it is. */
export interface ChangeRow {
  id: string;
  at: Date;
  source: ChangeSource;
  /** The name of whoever did it. */
  actor: string | null;
  station: { identity: string; site: string | null } | null;
  what:
    | { is: "audit"; action: string; subject: string; before: Facts | null; after: Facts | null }
    | {
        is: "setting";
        /** Empty where the station's version knows none. */
        component: string;
        name: string;
        attribute: string;
        before: string;
        after: string | null;
        /** The command that asked for it; without one the station did it by itself. */
        command: number | null;
      }
    | {
        is: "event";
        event: DomainEvent /** The firmware that ran before this boot. */;
        firmwareBefore?: string | null;
      };
}

type Facts = Record<string, unknown>;

export const changeList = z.object({
  sources: z.array(z.enum(changeSources)).min(1).optional(),
  since: z.date().optional(),
  until: z.date().optional(),
  station: z.int().optional(),
  limit: z.int().min(1).max(200).default(100),
  cursor: cursorOf(z.tuple([z.iso.datetime(), z.string().regex(/^[a-z]\d{1,19}$/)])).optional(),
});
type Asked = z.output<typeof changeList>;

/** Everything that changed, the latest first. Each kind is read by its own index, and no more of it than fits the window. */
export async function listChanges({ pool }: Pick<SignedIn, "pool">, asked: Asked) {
  const { limit, since, until, station, cursor, sources = changeSources } = asked;
  const parts = [
    ...(sources.includes("people") || sources.includes("system") ? [auditSql] : []),
    ...(sources.includes("people") || sources.includes("station") ? [settingSql] : []),
    ...(sources.includes("station") || sources.includes("system") ? [eventSql] : []),
  ];
  const { rows } = await pool.query<ChangeSqlRow>(
    `WITH u AS (${parts.map((part) => `(${part})`).join(" UNION ALL ")})
     SELECT u.id, u.at, u.source, u.actor, u.what, s.identity, site.name AS site
     FROM u LEFT JOIN station s ON s.id = u.station_id LEFT JOIN site ON site.id = s.site_id
     WHERE u.source = ANY ($7::text[]) ORDER BY u.at DESC, u.id DESC LIMIT $5`,
    [since ?? null, until ?? null, station ?? null, cursor?.[0] ?? null, limit + 1, cursor?.[1] ?? null, sources],
  );
  const window = windowOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
  return { rows: window.rows.map(toChangeRow), next: window.next };
}

/** What every part is narrowed to; `u.at` of a row that is shown in whole milliseconds, as cursors are. */
const windowSql = (at: string, id: string) => `
  ($1::timestamptz IS NULL OR ${at} >= $1) AND ($2::timestamptz IS NULL OR ${at} < $2)
  AND ($4::timestamptz IS NULL OR ${at} < $4::timestamptz + interval '1 millisecond'
    AND (date_trunc('milliseconds', ${at}), ${id}) < ($4::timestamptz, $6::text))`;

/** Questions that only look are no changes, and neither is what follows by itself from a command. */
const auditSql = `SELECT 'a' || lpad(a.id::text, 19, '0') AS id, date_trunc('milliseconds', a.at) AS at,
    CASE a.origin WHEN 'system' THEN 'system' ELSE 'people' END AS source, a.actor,
    CASE WHEN a.subject ~ '^station:\\d+$' THEN split_part(a.subject, ':', 2)::int END AS station_id,
    jsonb_build_object('is', 'audit', 'action', a.action, 'subject', a.subject, 'before', a.before, 'after', a.after) AS what
  FROM audit a WHERE ${windowSql("a.at", "'a' || lpad(a.id::text, 19, '0')")}
    AND ($3::int IS NULL OR a.subject = 'station:' || $3)
    AND CASE a.origin WHEN 'system' THEN 'system' ELSE 'people' END = ANY ($7::text[])
  ORDER BY a.at DESC, a.id DESC LIMIT $5`;

/** A setting that was read back otherwise than it was: by a command of the last hour that wrote it, or by the station itself. */
const settingSql = `SELECT 'v' || lpad(v.id::text, 19, '0') AS id, date_trunc('milliseconds', v.at) AS at,
    CASE WHEN m.id IS NULL THEN 'station' ELSE 'people' END AS source, coalesce(p.name, k.name, m.requested_by) AS actor, v.station_id,
    jsonb_build_object('is', 'setting', 'component', coalesce(n.component, ''), 'name', coalesce(n.name, v.key), 'attribute', v.attribute, 'before', v.before, 'after', v.after,
      'command', m.id) AS what
  FROM journal.variable_change v
  LEFT JOIN variable n ON n.station_id = v.station_id AND n.key = v.key AND n.attribute = v.attribute
  LEFT JOIN LATERAL (
    SELECT c.id, c.requested_by FROM command c
    WHERE c.station_id = v.station_id AND c.type = 'write-variables' AND c.created_at BETWEEN v.at - interval '1 hour' AND v.at
      AND EXISTS (SELECT FROM jsonb_array_elements(c.command -> 'writes') w
        WHERE w -> 'variable' ->> 'name' = n.name AND w ->> 'value' = v.after)
    ORDER BY c.id DESC LIMIT 1
  ) m ON TRUE
  LEFT JOIN "user" p ON p.id = m.requested_by LEFT JOIN api_key k ON 'key:' || k.id = m.requested_by
  WHERE ${windowSql("v.at", "'v' || lpad(v.id::text, 19, '0')")} AND ($3::int IS NULL OR v.station_id = $3)
  ORDER BY v.at DESC, v.id DESC LIMIT $5`;

/** The types are spelled as in the index that serves this. */
const eventSql = `SELECT 'e' || lpad(e.id::text, 19, '0') AS id, date_trunc('milliseconds', e.received_at) AS at,
    CASE WHEN e.type LIKE 'issue.%' THEN 'system' ELSE 'station' END AS source, NULL AS actor, e.station_id,
    jsonb_build_object('is', 'event', 'event', e.data, 'firmwareBefore', b.firmware) AS what
  FROM journal.event e
  LEFT JOIN LATERAL (
    SELECT o.data ->> 'firmwareVersion' AS firmware FROM journal.event o
    WHERE e.type = 'station.booted' AND o.type = 'station.booted' AND o.station_id = e.station_id
      AND (o.received_at, o.id) < (e.received_at, e.id)
    ORDER BY o.received_at DESC, o.id DESC LIMIT 1
  ) b ON TRUE
  WHERE e.type IN ('station.booted', 'connector.unavailable', 'security.reported', 'alert.opened', 'alert.cleared',
      'issue.opened', 'issue.resolved', 'file.received')
    AND ${windowSql("e.received_at", "'e' || lpad(e.id::text, 19, '0')")} AND ($3::int IS NULL OR e.station_id = $3)
    AND NOT (e.type = 'security.reported' AND e.data ->> 'what' IN (${everyday.map((what) => `'${what}'`).join(", ")}))
    AND CASE WHEN e.type LIKE 'issue.%' THEN 'system' ELSE 'station' END = ANY ($7::text[])
  ORDER BY e.received_at DESC, e.id DESC LIMIT $5`;

interface ChangeSqlRow {
  id: string;
  at: Date;
  source: ChangeSource;
  actor: string | null;
  what: ChangeRow["what"];
  identity: string | null;
  site: string | null;
}

const toChangeRow = ({ id, at, source, actor, what, identity, site }: ChangeSqlRow): ChangeRow => ({
  id,
  at,
  source,
  actor,
  station: identity === null ? null : { identity, site },
  what: what.is === "setting" ? withoutSecret(what) : what,
});

/** A secret has changed, and that is all that is said of it. */
const withoutSecret = (setting: Extract<ChangeRow["what"], { is: "setting" }>) =>
  isSecret(setting) ? { ...setting, before: masked, after: masked } : setting;
