import type { MessageRow } from "../../features/messages/message-view";
import type { Context } from "../context";
import { type SqlParameters, sqlParameters } from "../sql";
import { type FrameSqlRow, frameColumns, toMessageRow } from "./frame-row";
import { type FrameReference, timeOf } from "./reference";

export interface Around {
  /** The command that it was sent for. */
  command?: { id: number; type: string; at: Date };
  /** Other messages of the same name: what was said again. */
  sameName: MessageRow[];
  /** What came before and after it, of its session or else of its station; oldest first, itself among them. */
  neighbours: MessageRow[];
}

const eachSide = 3;

/** What belongs to a message: the command behind it, its repetitions, and its neighbours. */
export async function messagesAround({ pool }: Pick<Context, "pool">, reference: FrameReference): Promise<Around> {
  const { station, micros, id } = reference;
  const { rows } = await pool.query<{ message_id: string | null; session_id: number | null }>(
    `SELECT message_id, session_id FROM journal.frame WHERE station_id = $1 AND received_at = ${timeOf("$2")} AND id = $3::bigint`,
    [station, micros, id],
  );
  const [own] = rows;
  if (!own) return { sameName: [], neighbours: [] };
  const { message_id: name, session_id: session } = own;

  const place = (parameters: SqlParameters) => `(${timeOf(parameters.add(micros))}, ${parameters.add(id)}::bigint)`;
  const side = (compare: "<" | ">=", most: number) =>
    framesOf({ pool }, station, compare === "<" ? "DESC" : "ASC", most, (parameters) => [
      `(f.received_at, f.id) ${compare} ${place(parameters)}`,
      session === null ? "f.action IS DISTINCT FROM 'Heartbeat'" : `f.session_id = ${parameters.add(session)}`,
    ]);
  const [before, after, sameName, command] = await Promise.all([
    side("<", eachSide),
    side(">=", eachSide + 1),
    name === null
      ? []
      : framesOf({ pool }, station, "ASC", 10, (parameters) => {
          const time = timeOf(parameters.add(micros));
          return [
            `f.message_id = ${parameters.add(name)} AND f.id <> ${parameters.add(id)}::bigint`,
            // A station repeats itself within a day, or has begun to count anew.
            `f.received_at BETWEEN ${time} - interval '1 day' AND ${time} + interval '1 day'`,
          ];
        }),
    name === null ? undefined : commandNamed({ pool }, station, name),
  ]);
  return { command, sameName, neighbours: [...before.toReversed(), ...after] };
}

async function framesOf(
  { pool }: Pick<Context, "pool">,
  station: number,
  order: "ASC" | "DESC",
  most: number,
  conditions: (parameters: SqlParameters) => string[],
): Promise<MessageRow[]> {
  const parameters = sqlParameters();
  const where = [`f.station_id = ${parameters.add(station)}`, ...conditions(parameters)];
  const { rows } = await pool.query<FrameSqlRow>(
    `SELECT ${frameColumns(false)} FROM journal.frame f JOIN station s ON s.id = f.station_id
     WHERE ${where.join(" AND ")} ORDER BY f.received_at ${order}, f.id ${order} LIMIT ${most}`,
    parameters.values,
  );
  return rows.map(toMessageRow);
}

async function commandNamed({ pool }: Pick<Context, "pool">, station: number, name: string) {
  const { rows } = await pool.query<{ id: number; type: string; at: Date }>(
    "SELECT id, type, created_at AS at FROM command WHERE station_id = $1 AND message_id = $2 ORDER BY id DESC LIMIT 1",
    [station, name],
  );
  return rows[0];
}
