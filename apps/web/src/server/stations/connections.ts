import { z } from "zod";
import type { RefusalRow } from "../../features/refusals/refusals-table";
import type { Context } from "../context";
import { cursorOf, windowOf } from "../paging";
import { sqlParameters } from "../sql";

export const connectionList = z.object({
  station: z.int(),
  limit: z.int().min(1).max(200).default(50),
  cursor: cursorOf(z.tuple([z.string().regex(/^\d+$/)])).optional(),
});

export interface ConnectionRow {
  epoch: string;
  version: string;
  remoteAddress: string;
  userAgent: string | null;
  authenticated: string;
  openedAt: Date;
  closedAt: Date | null;
  closeCode: number | null;
  closeReason: string | null;
}

/** Every socket a station opened, newest first. */
export async function listConnections(
  { pool }: Pick<Context, "pool">,
  { station, limit, cursor }: z.output<typeof connectionList>,
) {
  const { rows } = await pool.query<ConnectionRow>(
    `SELECT epoch::text, version, remote_address AS "remoteAddress", user_agent AS "userAgent", authenticated,
       opened_at AS "openedAt", closed_at AS "closedAt", close_code AS "closeCode", close_reason AS "closeReason"
     FROM connection WHERE station_id = $1 AND ($2::bigint IS NULL OR epoch < $2)
     ORDER BY epoch DESC LIMIT $3`,
    [station, cursor?.[0] ?? null, limit + 1],
  );
  return windowOf(rows, limit, ({ epoch }) => [epoch]);
}

export const refusalList = z.object({
  /** Only of this name on the wire. */
  identity: z.string().max(255).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

/** Connections that were not taken, newest first, each with what to change. */
export async function listRefusals(
  { pool }: Pick<Context, "pool">,
  { identity, limit, cursor }: z.output<typeof refusalList>,
) {
  const parameters = sqlParameters();
  const conditions = [
    ...(identity === undefined ? [] : [`identity = ${parameters.add(identity)}`]),
    ...(cursor ? [`id < ${parameters.add(cursor[0])}`] : []),
  ];
  const { rows } = await pool.query<RefusalSqlRow>(
    `SELECT ${refusalColumns} FROM refusal
     ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}
     ORDER BY id DESC LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const window = windowOf(rows, limit, ({ id }) => [id]);
  return { rows: window.rows.map(toRefusalRow), next: window.next };
}

/** What is told of a try that was not taken. */
export const refusalColumns = "id, at, identity, path, remote_address, status, reason, detail, offered, user_agent";

export interface RefusalSqlRow {
  id: number;
  at: Date;
  identity: string | null;
  path: string;
  remote_address: string;
  status: number;
  reason: string;
  detail: string;
  offered: string | null;
  user_agent: string | null;
}

export const toRefusalRow = (refusal: RefusalSqlRow): RefusalRow => {
  const { id, identity, remote_address, offered, user_agent, ...row } = refusal;
  return {
    ...row,
    id: String(id),
    identity: identity ?? undefined,
    remoteAddress: remote_address,
    offered: offered ?? undefined,
    userAgent: user_agent ?? undefined,
  };
};
