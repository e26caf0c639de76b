import {
  createListMaker,
  listOf,
  loadContent,
  readListLimits,
  reportedVersion,
  type WantedList,
} from "@chargehand/db/local-lists";
import { difference } from "@chargehand/domain/local-list/difference";
import { type PreparedList, prepareList } from "@chargehand/domain/local-list/list-entry";
import type { ListState } from "@chargehand/domain/local-list/next-step";
import { type ListLimits, planList } from "@chargehand/domain/local-list/plan-list";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { listWords } from "@chargehand/ocpp/list-words";
import type { Context } from "../context";
import { NotFound } from "../errors";

/** What a station holds, what it should hold, and how the one becomes the other. */
export interface StationList {
  /** The list that is for this station; null where nobody wants it to hold one. */
  list: { id: number; scope: string; byItself: boolean } | null;
  state: ListState;
  detail: string | null;
  /** How many of its parts have gone, while they go. */
  step: number;
  held: { version: number; tokens: number; at: Date } | null;
  /** What the station itself said last. */
  reported: number | null;
  wanted: number;
  limits: ListLimits;
  difference: { added: number; changed: number; removed: number; lines: ListDifference[] };
  plan: { kind: "in-step" } | { kind: "no-list" } | { kind: "too-long"; capacity: number } | PlannedUpdates;
}

interface PlannedUpdates {
  kind: "updates";
  mode: "full" | "differential";
  messages: number;
}

/** One line that differs. */
export interface ListDifference {
  value: string;
  kind: string;
  change: "added" | "changed" | "removed";
  status?: string;
}

/** How many differing lines are told one by one. */
const mostLines = 200;

/** What is to be known about a station's list, computed now. */
export async function stationList(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  station: number,
): Promise<StationList> {
  const row = await rowOf({ pool }, station);
  const [list, limits, reported] = await Promise.all([
    listOf(pool, station),
    readListLimits(pool, station),
    reportedVersion(pool, station),
  ]);
  const held = row.held_hash === null ? undefined : await loadContent(pool, row.held_hash);
  const wanted = await wantedAt({ pool, clock }, list, station, row);
  const known = held && row.held_version !== null ? { version: row.held_version, list: held } : undefined;
  const plan = planList({ held: known, reported: reported ?? row.held_version ?? 0, wanted, limits });
  return {
    list: list ? { id: list.id, scope: list.scope, byItself: list.byItself } : null,
    state: row.state ?? "idle",
    detail: row.detail,
    step: row.step ?? 0,
    held: known && row.held_at ? { version: known.version, tokens: known.list.keys.length, at: row.held_at } : null,
    reported: reported ?? null,
    wanted: wanted.keys.length,
    limits,
    difference: differenceOf(held ?? prepareList([]), wanted),
    plan:
      plan.kind === "updates"
        ? { kind: "updates", mode: plan.mode, messages: plan.updates.length }
        : plan.kind === "too-long"
          ? { kind: "too-long", capacity: plan.capacity }
          : plan,
  };
}

function wantedAt(
  { pool, clock }: Pick<Context, "pool" | "clock">,
  list: WantedList | undefined,
  station: number,
  { version, site_id }: Row,
): Promise<PreparedList> | PreparedList {
  if (!list || !version) return prepareList([]);
  return createListMaker(pool, listWords, clock())(list, { id: station, site: site_id ?? undefined, version });
}

function differenceOf(held: PreparedList, wanted: PreparedList): StationList["difference"] {
  const before = new Set(held.keys);
  const keys = new Map(wanted.entries.map((entry, index) => [entry, wanted.keys[index] ?? ""]));
  const lines = difference(held, wanted).map(({ value, kind, entry }): ListDifference => {
    if (!entry) return { value, kind, change: "removed" };
    return { value, kind, change: before.has(keys.get(entry) ?? "") ? "changed" : "added", status: entry.status };
  });
  const count = (change: ListDifference["change"]) => lines.filter((line) => line.change === change).length;
  return {
    added: count("added"),
    changed: count("changed"),
    removed: count("removed"),
    lines: lines.slice(0, mostLines),
  };
}

async function rowOf({ pool }: Pick<Context, "pool">, station: number): Promise<Row> {
  const { rows } = await pool.query<Row>(
    `SELECT s.version, s.site_id, l.state, l.detail, l.step, l.held_version, l.held_hash, l.held_at
     FROM station s LEFT JOIN station_list l ON l.station_id = s.id WHERE s.id = $1`,
    [station],
  );
  if (!rows[0]) throw new NotFound(`There is no station number ${station}.`);
  return rows[0];
}

interface Row {
  version: OcppVersion | null;
  site_id: number | null;
  state: ListState | null;
  detail: string | null;
  step: number | null;
  held_version: number | null;
  held_hash: string | null;
  held_at: Date | null;
}
