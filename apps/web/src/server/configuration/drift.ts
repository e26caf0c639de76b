import { insertEvents, type StoredEvent } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { sameValue } from "@chargehand/domain/commands/same-value";
import { type Desired, desiredFor, type Template } from "@chargehand/domain/configuration/template";
import type { SymptomFacts } from "@chargehand/domain/issues/issue";
import type { Signal } from "@chargehand/domain/issues/signal";
import { variableKey } from "@chargehand/domain/variable";
import { type KnownStation, knowStations } from "./knowledge";
import { loadTemplates } from "./load-templates";

/** Whether an event brings what has to be compared with the templates: a report, once it is whole. */
export const bringsValues = ({ event }: StoredEvent) => event.type === "variables.reported" && event.last;

/** How many stations whose templates changed are compared in one step. */
const atOnce = 300;

/** Whether stations wait to be compared with templates that changed. */
export async function someToCompare(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ some: boolean }>("SELECT EXISTS (SELECT FROM station_to_compare) AS some");
  return rows[0]?.some ?? false;
}

/**
 * Compares stations that have just reported, and some of those whose templates changed, with what is desired of them, and
 * keeps what is so. What was as desired and is not any more has drifted: that is a trouble, and it is over when it is so again.
 */
export async function compareStations(
  db: Queryable,
  events: readonly StoredEvent[],
  now: Date,
): Promise<{ signals: Signal[]; told: boolean }> {
  const { rows: waiting } = await db.query<{ station_id: number }>(
    `DELETE FROM station_to_compare WHERE station_id IN (
       SELECT station_id FROM station_to_compare LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING station_id`,
    [atOnce],
  );
  const reported = events.filter(bringsValues).flatMap(({ station }) => station ?? []);
  const stations = [...new Set([...reported, ...waiting.map(({ station_id }) => station_id)])];
  if (stations.length === 0) return nothing;
  const templates = await loadTemplates(db);
  const before = await settingsOf(db, stations);
  if (templates.length === 0 && before.size === 0) return nothing;

  const keys = new Set(templates.flatMap(({ settings }) => settings.map(({ variable }) => variableKey(variable))));
  const known = await knowStations(db, stations, [...keys]);
  const compared = known.map((station) => compare(station, templates, before.get(station.id) ?? new Map(), now));
  await keep(
    db,
    stations,
    compared.flatMap(({ rows }) => rows),
  );
  const changed = known.filter(({ id }, index) => stateOf(before.get(id)?.values()) !== stateOf(compared[index]?.rows));
  if (changed.length > 0) {
    await insertEvents(db, [{ event: { type: "configuration.compared", stations: changed.length } }]);
  }
  return { signals: compared.flatMap(({ signals }) => signals), told: changed.length > 0 };
}

const nothing = { signals: [], told: false };

/** How a station stands, as far as anybody sees it. */
const stateOf = (rows: Iterable<SettingRow> = []): string =>
  [...rows]
    .map(({ key, desired, confirmed, differsSince, drifted }) =>
      JSON.stringify([key, desired, confirmed, differsSince !== null, drifted]),
    )
    .toSorted()
    .join();

/** All that has drifted, as if it were told now. */
export async function standingDrift(db: Queryable, now: Date): Promise<Signal[]> {
  const { rows } = await db.query<SettingRow & { at: Date; name: string; value: string; component: string }>(
    `SELECT s.station_id AS station, s.key, s.desired, s.differs_since AS at, v.component, v.name, v.value
     FROM station_setting s JOIN variable v ON v.station_id = s.station_id AND v.key = s.key AND v.attribute = 'actual'
     WHERE s.drifted AND s.differs_since IS NOT NULL`,
  );
  return rows.map(({ station, key, desired, at, component, name, value }) =>
    drifted({ station, key, at: now, since: at }, { component, name, desired, reported: value }),
  );
}

interface SettingRow {
  station: number;
  key: string;
  template: number;
  desired: string;
  confirmed: string | null;
  confirmedAt: Date | null;
  differsSince: Date | null;
  drifted: boolean;
}

function compare(
  station: KnownStation,
  templates: readonly Template[],
  before: ReadonlyMap<string, SettingRow>,
  now: Date,
): { rows: SettingRow[]; signals: Signal[] } {
  const desired = station.approval === "approved" ? desiredFor(station, templates) : [];
  const rows = desired.map((setting) => compareOne(station, setting, before.get(setting.key), now));
  const after = new Map(rows.map((row) => [row.key, row]));
  const over = [...before.values()].filter((row) => row.drifted && !after.get(row.key)?.drifted);
  return {
    rows,
    signals: [
      ...over.map(({ key }): Signal => ({ is: "cleared", at: now, station: station.id, kind: "drift", key })),
      ...desired.flatMap(({ key, value, variable }) => {
        const row = after.get(key);
        if (!row?.drifted || before.get(key)?.drifted) return [];
        const { component, name } = variable;
        const said = station.knowledge.reported.get(key)?.value ?? "";
        return drifted(
          { station: station.id, key, at: now, since: now },
          { component, name, desired: value, reported: said },
        );
      }),
    ],
  };
}

function compareOne(
  { id, knowledge }: KnownStation,
  { key, value, template }: Desired,
  before: SettingRow | undefined,
  now: Date,
): SettingRow {
  const said = knowledge.reported.get(key)?.value;
  const isSo = said !== undefined && sameValue(value, said);
  const confirmed = isSo ? said : (before?.confirmed ?? null);
  return {
    station: id,
    key,
    template: template.id,
    desired: value,
    confirmed,
    confirmedAt: isSo ? now : (before?.confirmedAt ?? null),
    differsSince: said === undefined || isSo ? null : (before?.differsSince ?? now),
    // Another wish is not drift: it was never so.
    drifted: said !== undefined && !isSo && confirmed !== null && sameValue(value, confirmed),
  };
}

const drifted = (
  { station, key, at, since }: { station: number; key: string; at: Date; since: Date },
  facts: Omit<Extract<SymptomFacts, { kind: "drift" }>, "kind">,
): Signal => ({ is: "raised", at, since, symptom: { station, key, group: "", facts: { kind: "drift", ...facts } } });

async function settingsOf(db: Queryable, stations: readonly number[]) {
  const { rows } = await db.query<SettingRow>(
    `SELECT station_id AS station, key, template_id AS template, desired, confirmed, confirmed_at AS "confirmedAt",
       differs_since AS "differsSince", drifted
     FROM station_setting WHERE station_id = ANY ($1::int[])`,
    [stations],
  );
  const settings = new Map<number, Map<string, SettingRow>>();
  for (const row of rows) {
    const others = settings.get(row.station) ?? new Map<string, SettingRow>();
    settings.set(row.station, others.set(row.key, row));
  }
  return settings;
}

/** Keeps how stations stand; what is not desired of them any more goes. */
async function keep(db: Queryable, stations: readonly number[], rows: readonly SettingRow[]) {
  await db.query(
    `WITH now AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS u(station int, key text, template int, desired text, confirmed text,
         "confirmedAt" timestamptz, "differsSince" timestamptz, drifted boolean)
     ), gone AS (
       DELETE FROM station_setting s WHERE s.station_id = ANY ($1::int[])
         AND NOT EXISTS (SELECT FROM now WHERE now.station = s.station_id AND now.key = s.key)
     )
     INSERT INTO station_setting AS s (station_id, key, template_id, desired, confirmed, confirmed_at, differs_since, drifted)
     SELECT * FROM now
     ON CONFLICT (station_id, key) DO UPDATE SET template_id = excluded.template_id, desired = excluded.desired,
       confirmed = excluded.confirmed, confirmed_at = excluded.confirmed_at, differs_since = excluded.differs_since,
       drifted = excluded.drifted`,
    [stations, JSON.stringify(rows)],
  );
}
