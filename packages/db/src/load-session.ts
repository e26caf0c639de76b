import { parseSequenceSet } from "@chargehand/domain/sequence-set";
import type { SessionState } from "@chargehand/domain/station-state";
import type { Attention } from "@chargehand/domain/vocabulary";
import type { Queryable } from "./pool";

/** Sessions of a station as the domain knows them, by a condition over the table's columns. */
export async function loadSessions(
  client: Queryable,
  condition: string,
  values: readonly unknown[],
): Promise<SessionState[]> {
  const { rows } = await client.query<SessionRow>(`SELECT * FROM session WHERE ${condition}`, [...values]);
  return rows.map(toSession);
}

function toSession(row: SessionRow): SessionState {
  return {
    id: row.id,
    wireId: row.wire_id ?? undefined,
    place: row.evse === null ? undefined : { evse: row.evse, connector: row.connector ?? undefined },
    token: row.token === null ? undefined : { value: row.token, kind: row.token_kind ?? "unknown" },
    group: row.group ?? undefined,
    authorization: row.authorization ?? undefined,
    status: row.status,
    activity: row.activity ?? undefined,
    provisional: row.provisional,
    orphan: row.orphan,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    receivedAt: row.received_at,
    endReceivedAt: row.end_received_at ?? undefined,
    meterStartWh: row.meter_start_wh ?? undefined,
    meterWh: row.meter_wh ?? undefined,
    meterAt: row.meter_at ?? undefined,
    meterEndWh: row.meter_end_wh ?? undefined,
    powerW: row.power_w ?? undefined,
    stateOfChargeStart: row.state_of_charge_start ?? undefined,
    stateOfCharge: row.state_of_charge ?? undefined,
    stopReason: row.stop_reason ?? undefined,
    endedBy: row.ended_by ?? undefined,
    trigger: row.trigger ?? undefined,
    offline: row.offline,
    remoteStartId: row.remote_start_id ?? undefined,
    reservationId: row.reservation_id ?? undefined,
    seen: parseSequenceSet(row.seen),
    endSequence: row.end_sequence ?? undefined,
    attention: row.attention,
  };
}

/** The table's row; the words in it were written by the journal, from the domain's own types. */
interface SessionRow {
  id: number;
  wire_id: string | null;
  evse: number | null;
  connector: number | null;
  token: string | null;
  token_kind: string | null;
  group: string | null;
  authorization: string | null;
  status: SessionState["status"];
  activity: NonNullable<SessionState["activity"]> | null;
  provisional: boolean;
  orphan: boolean;
  started_at: Date | null;
  ended_at: Date | null;
  received_at: Date;
  end_received_at: Date | null;
  meter_start_wh: number | null;
  meter_wh: number | null;
  meter_at: Date | null;
  meter_end_wh: number | null;
  power_w: number | null;
  state_of_charge_start: number | null;
  state_of_charge: number | null;
  stop_reason: string | null;
  ended_by: NonNullable<SessionState["endedBy"]> | null;
  trigger: string | null;
  offline: boolean;
  remote_start_id: number | null;
  reservation_id: number | null;
  seen: string;
  end_sequence: number | null;
  attention: Attention[];
}
