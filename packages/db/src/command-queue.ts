import type { Command, CommandType } from "@chargehand/domain/command";
import type { Queryable } from "./pool";

/** A command that is to be sent now. */
export interface QueuedCommand {
  id: number;
  type: CommandType;
  command: Command;
}

/**
 * The station's next command in order; only of certain types, where it may not be told everything yet. `keepsIdleResets`:
 * somebody charges, and it would not wait for them by itself.
 */
export async function nextCommand(
  db: Queryable,
  station: number,
  { types, keepsIdleResets = false }: { types?: readonly CommandType[]; keepsIdleResets?: boolean } = {},
): Promise<QueuedCommand | undefined> {
  const { rows } = await db.query<QueuedCommand>(
    `SELECT id, type, command FROM command
     WHERE station_id = $1 AND delivery = 'queued' AND expires_at > now() AND ($2::text[] IS NULL OR type = ANY ($2))
       AND NOT ($3 AND type = 'reset' AND command->>'when' = 'idle')
     ORDER BY id LIMIT 1`,
    [station, types ?? null, keepsIdleResets],
  );
  return rows[0];
}

/** Takes a command out of the queue for sending; false when it was cancelled or ran out in the meantime. */
export async function claimCommand(db: Queryable, id: number, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE command SET delivery = 'sent', sent_at = $2
     WHERE id = $1 AND delivery = 'queued' AND expires_at > now()`,
    [id, at],
  );
  return rowCount === 1;
}

/** A command of which nobody knows whether the station heard it. */
export interface UnansweredCommand {
  id: number;
  type: CommandType;
  command: Command;
  action: string | undefined;
  payload: object | undefined;
  sentAt: Date;
}

/** What was sent to a station and neither answered nor given up. */
export async function unansweredCommands(db: Queryable, station: number): Promise<UnansweredCommand[]> {
  const { rows } = await db.query<{
    id: number;
    type: CommandType;
    command: Command;
    action: string | null;
    payload: object | null;
    sent_at: Date;
  }>(
    `SELECT id, type, command, action, payload, sent_at FROM command
     WHERE station_id = $1 AND delivery = 'sent' AND answer IS NULL ORDER BY id`,
    [station],
  );
  return rows.map(({ action, payload, sent_at, ...row }) => ({
    ...row,
    action: action ?? undefined,
    payload: payload ?? undefined,
    sentAt: sent_at,
  }));
}

/** Queues what was held for undo long enough, and lets run out what nobody could send in time. Returns how many changed. */
export async function advanceQueue(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    `WITH due AS MATERIALIZED (
       SELECT id, expires_at <= now() AS late FROM command
       WHERE delivery IN ('held', 'queued') AND (expires_at <= now() OR delivery = 'held' AND hold_until <= now())
       ORDER BY id FOR UPDATE SKIP LOCKED
     ), advanced AS (
       UPDATE command c SET delivery = CASE WHEN due.late THEN 'expired' ELSE 'queued' END
       FROM due WHERE c.id = due.id RETURNING c.*
     )
     ${insertCommandEvents("advanced")}`,
  );
  return rowCount ?? 0;
}

/** The stations connected to a gateway that have something in the queue. */
export async function stationsWithCommands(db: Queryable, gateway: number): Promise<number[]> {
  const { rows } = await db.query<{ station_id: number }>(
    `SELECT DISTINCT c.station_id FROM command c JOIN station s ON s.id = c.station_id
     WHERE c.delivery = 'queued' AND s.connected AND s.gateway_id = $1`,
    [gateway],
  );
  return rows.map(({ station_id }) => station_id);
}

/** A command whose time for proof is over, at a station that a gateway has in hand. */
export interface OverdueCommand {
  id: number;
  station: number;
  type: CommandType;
}

export async function overdueCommands(db: Queryable, gateway: number): Promise<OverdueCommand[]> {
  const { rows } = await db.query<OverdueCommand>(
    `SELECT c.id, c.station_id AS station, c.type FROM command c JOIN station s ON s.id = c.station_id
     WHERE c.proof = 'waiting' AND c.deadline <= now() AND s.connected AND s.gateway_id = $1`,
    [gateway],
  );
  return rows;
}

/** Gives up the proof of overdue commands: of the one named, or of all whose stations nobody has in hand. */
export async function giveUpProof(db: Queryable, id?: number): Promise<number> {
  const { rowCount } = await db.query(
    `WITH given AS (
       UPDATE command c SET proof = 'unproven', unproven_at = now()
       FROM station s
       WHERE s.id = c.station_id AND c.proof = 'waiting' AND c.deadline <= now()
         AND CASE WHEN $1::integer IS NULL THEN NOT s.connected ELSE c.id = $1 END
       RETURNING c.*
     )
     ${insertCommandEvents("given")}`,
    [id ?? null],
  );
  return rowCount ?? 0;
}

// The same event as the domain tells of a command, where no state in hand is there to decide it.
const insertCommandEvents = (source: string) => `
  INSERT INTO journal.event (id, type, station_id, command_id, at, received_at, data)
  SELECT nextval('journal.event_id'), 'command.changed', station_id, id, now(), now(), jsonb_strip_nulls(
    jsonb_build_object('type', 'command.changed', 'command', id, 'commandType', type, 'delivery', delivery,
      'answer', answer, 'proof', proof, 'detail', detail))
  FROM ${source}`;
