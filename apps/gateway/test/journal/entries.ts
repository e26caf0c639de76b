import { randomUUID } from "node:crypto";
import type { FrameRow } from "@chargehand/db/journal-entry";
import type { ConnectorState, SessionState } from "@chargehand/domain/station-state";
import type pg from "pg";

export const silentLog = { info() {}, warn() {}, error() {} };

/** Makes a station and returns its number. */
export async function addStation(sql: pg.Client, { epoch = 0 }: { epoch?: number } = {}): Promise<number> {
  const identity = randomUUID();
  const { rows } = await sql.query<{ id: number }>(
    "INSERT INTO station (identity, identity_folded, epoch) VALUES ($1, $1, $2) RETURNING id",
    [identity, epoch],
  );
  return rows[0]?.id ?? 0;
}

/** Makes so many stations, one after the other, and returns their numbers. */
export async function addStations(sql: pg.Client, count: number, station: { epoch?: number } = {}): Promise<number[]> {
  const added: number[] = [];
  while (added.length < count) added.push(await addStation(sql, station));
  return added;
}

export const frame = (row: Partial<FrameRow> & { id: number }): FrameRow => ({
  receivedAt: new Date(),
  direction: "in",
  action: "Heartbeat",
  messageId: `m-${row.id}`,
  call: `[2,"m-${row.id}","Heartbeat",{}]`,
  verdict: "ok",
  ...row,
});

export const session = (state: Partial<SessionState> & { id: number }): SessionState => ({
  status: "open",
  provisional: false,
  orphan: false,
  receivedAt: new Date("2026-11-23T10:00:00Z"),
  offline: false,
  seen: [],
  attention: [],
  ...state,
});

export const connectorStatus = ({
  evse,
  connector,
  ...state
}: Partial<ConnectorState> & {
  evse: number;
  connector: number;
  status: ConnectorState["status"];
}): ConnectorState => ({
  place: { evse, connector },
  receivedAt: new Date("2026-11-23T10:00:00Z"),
  ...state,
});
