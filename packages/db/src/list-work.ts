import type { Answer, Command, Delivery, Proof } from "@chargehand/domain/command";
import type { ListState } from "@chargehand/domain/local-list/next-step";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { Queryable } from "./pool";

/** A station's list that is on its way, with what became of the command that is awaited. */
export interface ListWork {
  station: number;
  site?: number;
  version: OcppVersion;
  state: ListState;
  step: number;
  repairs: number;
  heldVersion?: number;
  heldHash?: string;
  targetHash?: string;
  command?: { delivery: Delivery; answer?: Answer; proof: Proof; detail?: string };
}

/** The lists on their way to the stations that are connected to a gateway: those begun, and as many more as may go at once. */
export async function listWork(client: Queryable, gateway: number, atOnce: number): Promise<ListWork[]> {
  const { rows } = await client.query<WorkRow>(
    `SELECT l.*, s.site_id, s.version, c.delivery, c.answer, c.proof, c.detail AS said
     FROM station_list l JOIN station s ON s.id = l.station_id LEFT JOIN command c ON c.id = l.command_id
     WHERE l.state IN ('due', 'reading', 'sending') AND s.connected AND s.gateway_id = $1 AND s.approval = 'approved'
     ORDER BY l.state = 'due', NOT l.urgent, l.looked_at, l.station_id LIMIT $2`,
    [gateway, atOnce],
  );
  return rows.map((row) => ({
    station: row.station_id,
    site: row.site_id ?? undefined,
    version: row.version,
    state: row.state,
    step: row.step,
    repairs: row.repairs,
    heldVersion: row.held_version ?? undefined,
    heldHash: row.held_hash ?? undefined,
    targetHash: row.target_hash ?? undefined,
    command:
      row.delivery && row.proof
        ? { delivery: row.delivery, answer: row.answer ?? undefined, proof: row.proof, detail: row.said ?? undefined }
        : undefined,
  }));
}

interface WorkRow {
  station_id: number;
  site_id: number | null;
  version: OcppVersion;
  state: ListState;
  step: number;
  repairs: number;
  held_version: number | null;
  held_hash: string | null;
  target_hash: string | null;
  delivery: Delivery | null;
  answer: Answer | null;
  proof: Proof | null;
  said: string | null;
}

/** What changes in the row of a station's list; what is absent stays. */
export interface ListProgress {
  state: ListState;
  step?: number;
  repairs?: number;
  mode?: string;
  baseVersion?: number;
  targetHash?: string;
  detail?: string;
  held?: { version: number; hash: string };
}

/** Writes a step of a station's list, the command that it gives, and that something changed, together. */
export async function writeListStep(
  client: Queryable,
  station: number,
  { state, step, repairs, mode, baseVersion, targetHash, detail, held }: ListProgress,
  order?: { command: Command; reason: string },
): Promise<void> {
  await client.query(
    `WITH given AS (
       INSERT INTO command (station_id, type, command, origin, reason, expires_at)
       SELECT $1, $2::jsonb ->> 'type', $2::jsonb, 'system', $3, now() + interval '10 minutes' WHERE $2::jsonb IS NOT NULL
       RETURNING id
     ), told AS (
       INSERT INTO journal.event (id, type, station_id, at, received_at, data)
       SELECT nextval('journal.event_id'), 'holdings.changed', $1, now(), now(),
         '{"type": "holdings.changed", "kinds": ["local-list"]}'
     )
     UPDATE station_list SET
       state = $4, step = coalesce($5, step), repairs = coalesce($6, repairs), mode = coalesce($7, mode),
       base_version = coalesce($8, base_version), target_hash = coalesce($9, target_hash), detail = $10,
       held_version = coalesce($11, held_version), held_hash = coalesce($12, held_hash),
       held_at = CASE WHEN $11::int IS NULL THEN held_at ELSE now() END,
       looked_at = CASE WHEN $4 IN ('idle', 'failed', 'unable') THEN now() ELSE looked_at END,
       command_id = (SELECT id FROM given)
     WHERE station_id = $1`,
    [
      station,
      order ? JSON.stringify(order.command) : null,
      order?.reason ?? null,
      state,
      step ?? null,
      repairs ?? null,
      mode ?? null,
      baseVersion ?? null,
      targetHash ?? null,
      detail ?? null,
      held?.version ?? null,
      held?.hash ?? null,
    ],
  );
}
