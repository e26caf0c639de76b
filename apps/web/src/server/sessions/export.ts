import type { z } from "zod";
import type { SignedIn } from "../context";
import { type Cell, csvLine } from "../csv";
import { type Writer, write } from "../write";
import { listSessions, sessionList } from "./list";
import { listReadings, type ReadingRow, sessionReadings } from "./readings";
import type { SessionRow } from "./rows";

/** Which sessions a file holds: those of a list, without its windows. */
export const sessionExport = sessionList.omit({ limit: true, cursor: true });

type Exporter = Writer & Pick<SignedIn, "pool">;

/** All sessions that match as lines of CSV, read page by page; who took them is in the audit. */
export async function* exportSessions(
  context: Exporter,
  asked: z.output<typeof sessionExport>,
): AsyncGenerator<string> {
  await write(context, async (_tx, tell) =>
    tell.audit({ action: "session.export", subject: "sessions", after: { ...asked } }),
  );
  yield csvLine(Object.keys(sessionColumns));
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const { rows, next } = await listSessions(context, sessionList.parse({ ...asked, limit: 200, cursor }));
    yield rows.map((row) => csvLine(Object.values(sessionColumns).map((cell) => cell(row)))).join("");
    cursor = next;
  }
}

/** Every reading of one session as lines of CSV; who took them is in the audit. */
export async function* exportReadings(context: Exporter, id: number): AsyncGenerator<string> {
  await write(context, async (_tx, tell) =>
    tell.audit({ action: "session.export", subject: `session:${id}`, after: { readings: true } }),
  );
  yield csvLine(Object.keys(readingColumns));
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const { rows, next } = await listReadings(context, sessionReadings.parse({ id, limit: 1_000, cursor }));
    yield rows.map((row) => csvLine(Object.values(readingColumns).map((cell) => cell(row)))).join("");
    cursor = next;
  }
}

const kilo = (value: number | null) => (value === null ? null : value / 1_000);

/** The columns of the files, units in their heads. */
const sessionColumns: Record<string, (session: SessionRow) => Cell> = {
  session: ({ id }) => id,
  station: ({ station }) => station.identity,
  site: ({ site }) => site?.name,
  evse: ({ evse }) => evse,
  connector: ({ connector }) => connector,
  station_number: ({ wireId }) => wireId,
  token: ({ token }) => token,
  token_kind: ({ tokenKind }) => tokenKind,
  status: ({ status }) => status,
  started_utc: ({ startedAt }) => startedAt,
  ended_utc: ({ endedAt }) => endedAt,
  ended_by: ({ endedBy }) => endedBy,
  stop_reason: ({ stopReason }) => stopReason,
  heard_utc: ({ receivedAt }) => receivedAt,
  duration_s: ({ startedAt, endedAt }) =>
    startedAt && endedAt ? Math.round((endedAt.getTime() - startedAt.getTime()) / 1_000) : null,
  energy_kwh: ({ energyWh }) => kilo(energyWh),
  power_kw: ({ powerW, status }) => (status === "open" ? kilo(powerW) : null),
  battery_start_percent: ({ stateOfChargeStart }) => stateOfChargeStart,
  battery_percent: ({ stateOfCharge }) => stateOfCharge,
  last_value_utc: ({ meterAt }) => meterAt,
  needs_a_look: ({ attention }) => attention.join(" "),
};

const readingColumns: Record<string, (reading: ReadingRow) => Cell> = {
  at_utc: ({ at }) => at,
  received_utc: ({ receivedAt }) => receivedAt,
  evse: ({ evse }) => evse,
  register_wh: ({ energyWh }) => energyWh,
  power_w: ({ powerW }) => powerW,
  battery_percent: ({ stateOfCharge }) => stateOfCharge,
  offered_w: ({ offeredW }) => offeredW,
  // What else was measured has a unit of its own in each.
  others: ({ rest }) => (rest.length > 0 ? JSON.stringify(rest) : null),
};
