import { authorizationStatuses } from "@chargehand/domain/authorization";
import { parseSequenceSet } from "@chargehand/domain/sequence-set";
import type { SessionLimit } from "@chargehand/domain/sessions/limit";
import type { SessionState } from "@chargehand/domain/station-state";
import type { StationCost, Tariff } from "@chargehand/domain/tariffs/tariff";
import { type Attention, foldToken } from "@chargehand/domain/vocabulary";
import type { Queryable } from "./pool";

/** The sessions that a gateway keeps in hand: open ones, and for a while those that ended, since more may come of them. */
export async function loadSessionsInHand(client: Queryable, station: number): Promise<SessionState[]> {
  const { rows } = await client.query<SessionRow>(
    `SELECT ${selected} FROM session WHERE station_id = $1 AND NOT orphan AND wire_id IS NOT NULL
       AND (status = 'open' OR end_received_at > now() - interval '1 hour')`,
    [station],
  );
  return rows.map(toSession);
}

/** Of some sessions, those that a person has closed, and when they were over. */
export async function findClosed(client: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, Date>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<{ id: number; closed_at: Date }>(
    "SELECT id, closed_at FROM session WHERE id = ANY ($1) AND closed_at IS NOT NULL",
    [ids],
  );
  return new Map(rows.map(({ id, closed_at }) => [id, closed_at]));
}

export interface SessionName {
  station: number;
  wireId: string;
}

/** The sessions that bear these names; an orphan, which never had one of its own, only if no other does. */
export async function findSessions(
  client: Queryable,
  names: readonly SessionName[],
): Promise<(SessionState | undefined)[]> {
  const { rows } = await client.query<Found>(
    {
      name: "find-sessions",
      text: `SELECT asked.n::int, found.* FROM unnest($1::int[], $2::text[]) WITH ORDINALITY AS asked(station, name, n),
         LATERAL (
           SELECT ${selected} FROM session WHERE station_id = asked.station AND wire_id = asked.name AND NOT orphan
           UNION ALL
           (SELECT ${selected} FROM session WHERE station_id = asked.station AND wire_id = asked.name AND orphan
            ORDER BY id DESC LIMIT 1)
           LIMIT 1
         ) AS found`,
    },
    [names.map(({ station }) => station), names.map(({ wireId }) => wireId)],
  );
  return inOrder(names, rows, () => true);
}

export interface SessionStart {
  station: number;
  evse: number;
  at: Date;
  token: string;
  meterStartWh: number;
}

/** The first sessions that began exactly like these. */
export async function findSameStarts(
  client: Queryable,
  starts: readonly SessionStart[],
): Promise<(SessionState | undefined)[]> {
  const { rows } = await client.query<Found>(
    {
      name: "find-same-starts",
      text: `SELECT asked.n::int, found.* FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::float8[])
           WITH ORDINALITY AS asked(station, evse, at, meter, n),
         LATERAL (
           SELECT ${selected} FROM session WHERE station_id = asked.station AND started_at = asked.at
             AND evse = asked.evse AND meter_start_wh = asked.meter AND NOT orphan
         ) AS found
         ORDER BY found.id`,
    },
    [
      starts.map(({ station }) => station),
      starts.map(({ evse }) => evse),
      starts.map(({ at }) => at),
      starts.map(({ meterStartWh }) => meterStartWh),
    ],
  );
  return inOrder(starts, rows, (row, { token }) => row.token !== null && foldToken(row.token) === foldToken(token));
}

/** Named one by one for the prepared statements. */
const columns = [
  "id",
  "wire_id",
  "evse",
  "connector",
  "token",
  "token_kind",
  "group",
  "authorization",
  "status",
  "activity",
  "provisional",
  "orphan",
  "started_at",
  "ended_at",
  "received_at",
  "end_received_at",
  "meter_start_wh",
  "meter_wh",
  "meter_at",
  "meter_end_wh",
  "power_w",
  "state_of_charge_start",
  "state_of_charge",
  "stop_reason",
  "ended_by",
  "closed_at",
  "trigger",
  "offline",
  "remote_start_id",
  "reservation_id",
  "tariff",
  "station_cost",
  "station_tariff",
  "limits",
  "seen",
  "token_sequence",
  "meter_start_at",
  "peak_w",
  "end_sequence",
  "attention",
] as const satisfies (keyof SessionRow)[];
const selected = columns.map((name) => `"${name}"`).join();

type Found = SessionRow & { n: number };

/** The first row for each question, in the order of the questions, which rows number from 1. */
function inOrder<Question>(
  questions: readonly Question[],
  rows: readonly Found[],
  fits: (row: Found, question: Question) => boolean,
): (SessionState | undefined)[] {
  const found = new Map<Question, SessionRow>();
  for (const row of rows) {
    const question = questions[row.n - 1];
    if (question !== undefined && !found.has(question) && fits(row, question)) found.set(question, row);
  }
  return questions.map((question) => {
    const row = found.get(question);
    return row && toSession(row);
  });
}

function toSession(row: SessionRow): SessionState {
  return {
    id: row.id,
    wireId: row.wire_id ?? undefined,
    place: row.evse === null ? undefined : { evse: row.evse, connector: row.connector ?? undefined },
    token: row.token === null ? undefined : { value: row.token, kind: row.token_kind ?? "unknown" },
    group: row.group ?? undefined,
    authorization: authorizationStatuses.find((status) => status === row.authorization),
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
    closedAt: row.closed_at ?? undefined,
    trigger: row.trigger ?? undefined,
    offline: row.offline,
    remoteStartId: row.remote_start_id ?? undefined,
    reservationId: row.reservation_id ?? undefined,
    tariff: row.tariff ?? undefined,
    stationCost: row.station_cost ?? undefined,
    stationTariff: row.station_tariff ?? undefined,
    limit: row.limits ?? undefined,
    seen: parseSequenceSet(row.seen),
    tokenSequence: row.token_sequence ?? undefined,
    meterStartAt: row.meter_start_at ?? undefined,
    peakW: row.peak_w ?? undefined,
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
  closed_at: Date | null;
  trigger: string | null;
  offline: boolean;
  remote_start_id: number | null;
  reservation_id: number | null;
  tariff: Tariff | null;
  station_cost: StationCost | null;
  station_tariff: string | null;
  limits: SessionLimit | null;
  seen: string;
  token_sequence: number | null;
  meter_start_at: Date | null;
  peak_w: number | null;
  end_sequence: number | null;
  attention: Attention[];
}
