import { NotFound } from "../errors";
import type { Transaction } from "../write";
import { reasonsSql } from "./attention-sql";

/** A session as far as decisions about it must know it. */
export interface SessionForDecision {
  id: number;
  stationId: number;
  status: "open" | "ended";
  orphan: boolean;
  startedAt: Date | null;
  endedAt: Date | null;
  receivedAt: Date;
  meterAt: Date | null;
  closedAt: Date | null;
  joinedTo: number | null;
  /** What about it does not add up and was not looked at yet. */
  reasons: string[];
}

/** A session that nobody else decides about meanwhile. */
export async function lockedSession(tx: Transaction, id: number): Promise<SessionForDecision> {
  const rows = await tx.$queryRawUnsafe<SessionForDecision[]>(
    `SELECT x.id, x.station_id AS "stationId", x.status, x.orphan, x.started_at AS "startedAt", x.ended_at AS "endedAt",
       x.received_at AS "receivedAt", x.meter_at AS "meterAt", x.closed_at AS "closedAt", x.joined_to AS "joinedTo",
       ${reasonsSql} AS reasons
     FROM session x WHERE x.id = $1 FOR UPDATE`,
    id,
  );
  if (!rows[0]) throw new NotFound(`There is no session number ${id}.`);
  return rows[0];
}

/** It runs, as far as the station and everybody else has said. */
export const isUndecided = ({ status, closedAt }: SessionForDecision): boolean =>
  status === "open" && closedAt === null;
