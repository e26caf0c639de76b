import { createHash } from "node:crypto";
import {
  entriesOf,
  type ListEntry,
  type ListFilter,
  type ListWords,
  type PreparedList,
  prepareList,
} from "@chargehand/domain/local-list/list-entry";
import type { ListLimits } from "@chargehand/domain/local-list/plan-list";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { type TokenFacts, tokenColumns, toTokenRecord } from "./load-token";
import type { Queryable } from "./pool";

/** The list that is to be at a station: its own, else its site's, else that of all. */
export interface WantedList {
  id: number;
  scope: string;
  filter: ListFilter;
  /** Whether it is brought to its stations without a person. */
  byItself: boolean;
}

/** A station as far as its list goes. */
export interface ListStation {
  id: number;
  site?: number;
  version: OcppVersion;
}

/** The list a station is to hold; undefined where nobody wants it to hold one. */
export async function listOf(client: Queryable, station: number): Promise<WantedList | undefined> {
  const { rows } = await client.query<ListRow>(
    `SELECT l.id, l.scope, l.kinds, l.groups, l.with_blocked, l.by_itself FROM station s
     JOIN local_list l ON l.scope = 'all' OR l.site_id = s.site_id OR l.station_id = s.id
     WHERE s.id = $1 AND l.enabled
     ORDER BY l.station_id IS NULL, l.site_id IS NULL LIMIT 1`,
    [station],
  );
  const row = rows[0];
  return row && toWanted(row);
}

/** A wished list as its table has it. */
export interface ListRow {
  id: number;
  scope: string;
  kinds: string[];
  groups: string[];
  with_blocked: boolean;
  by_itself: boolean;
}

/** A row as it is worked with. */
export const toWanted = ({ id, scope, kinds, groups, with_blocked, by_itself }: ListRow): WantedList => ({
  id,
  scope,
  filter: { kinds, groups, withBlocked: with_blocked },
  byItself: by_itself,
});

/** Makes the lists of stations out of the tokens there are now; what several stations share is made once. */
export function createListMaker(client: Queryable, words: Readonly<Record<OcppVersion, ListWords>>, now: Date) {
  const tokens = new Map<number, Promise<TokenFacts[]>>();
  const made = new Map<string, PreparedList>();
  const named = new Map<number, Named>();

  return async (list: WantedList, { id: station, site, version }: ListStation): Promise<PreparedList> => {
    const rows = await (tokens.get(list.id) ?? remember(tokens, list.id, loadTokens(client, list.filter)));
    const { sites, stations } = named.get(list.id) ?? remember(named, list.id, placesNamed(rows));
    // Where no token names the place, the list is that of every other such place.
    const key = `${list.id} ${version} ${site !== undefined && sites.has(site) ? site : ""} ${stations.has(station) ? station : ""}`;
    const known = made.get(key);
    if (known) return known;
    const at = { station, site, now };
    return remember(made, key, prepareList(entriesOf(rows.map(toTokenRecord), list.filter, words[version], at)));
  };
}

interface Named {
  sites: Set<number>;
  stations: Set<number>;
}

function placesNamed(tokens: readonly TokenFacts[]): Named {
  const named: Named = { sites: new Set(), stations: new Set() };
  for (const { places } of tokens) {
    for (const place of places ?? []) {
      if ("site" in place) named.sites.add(place.site);
      else named.stations.add(place.station);
    }
  }
  return named;
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

async function loadTokens(client: Queryable, { kinds, groups }: ListFilter): Promise<TokenFacts[]> {
  const { rows } = await client.query<TokenFacts>(
    `SELECT ${tokenColumns} FROM token t
     WHERE (cardinality($1::text[]) = 0 OR t.kind = ANY ($1)) AND (cardinality($2::text[]) = 0 OR t."group" = ANY ($2))`,
    [kinds, groups],
  );
  return rows;
}

/** By what a list's whole content is found again; counted once for each list made. */
export function hashOf(list: PreparedList): string {
  const known = hashes.get(list);
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  for (const [index, key] of list.keys.entries()) hash.update(`${key}\n${list.prints[index]}\n`);
  const counted = hash.digest("hex");
  hashes.set(list, counted);
  return counted;
}

const hashes = new WeakMap<PreparedList, string>();

/** Keeps what a list says; what a thousand stations are to hold is written once. */
export async function keepContent(client: Queryable, hash: string, { entries }: PreparedList): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM list_content WHERE hash = $1", [hash]);
  if (rowCount) return;
  await client.query("INSERT INTO list_content (hash, entries) VALUES ($1, $2::jsonb) ON CONFLICT DO NOTHING", [
    hash,
    JSON.stringify(entries),
  ]);
}

export async function loadContent(client: Queryable, hash: string): Promise<PreparedList | undefined> {
  const { rows } = await client.query<{ entries: ListEntry[] }>("SELECT entries FROM list_content WHERE hash = $1", [
    hash,
  ]);
  return rows[0] && prepareList(rows[0].entries);
}

/** Contents that no station holds or is sent any more are let go. */
export async function dropContents(client: Queryable): Promise<void> {
  await client.query(
    `DELETE FROM list_content c WHERE c.created_at < now() - interval '1 day'
       AND NOT EXISTS (SELECT FROM station_list l WHERE c.hash IN (l.held_hash, l.target_hash))`,
  );
}

const limitNames = {
  LocalAuthListMaxLength: "capacity",
  SendLocalListMaxLength: "linesPerMessage",
  Entries: "capacity",
  ItemsPerMessage: "linesPerMessage",
  BytesPerMessage: "bytesPerMessage",
} as const satisfies Record<string, keyof ListLimits>;

/** What a station said that its list can hold and take. */
export async function readListLimits(client: Queryable, station: number): Promise<ListLimits> {
  const { rows } = await client.query<{ name: keyof typeof limitNames; value: string | null; max: number | null }>(
    `SELECT name, value, max FROM variable WHERE station_id = $1 AND attribute = 'actual'
       AND (component = '' AND name IN ('LocalAuthListMaxLength', 'SendLocalListMaxLength')
         OR component = 'LocalAuthListCtrlr' AND name IN ('Entries', 'ItemsPerMessage', 'BytesPerMessage'))`,
    [station],
  );
  const limits: ListLimits = {};
  for (const { name, value, max } of rows) {
    // How many entries there are is the value; how many there may be is its limit.
    const limit = name === "Entries" ? max : Number(value);
    if (limit !== null && Number.isInteger(limit) && limit > 0) limits[limitNames[name]] = limit;
  }
  return limits;
}

/** The version a station last said it holds. */
export async function reportedVersion(client: Queryable, station: number): Promise<number | undefined> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT (value ->> 'version')::int AS version FROM holding
     WHERE station_id = $1 AND kind = 'local-list' AND key = 'version'`,
    [station],
  );
  return rows[0]?.version;
}
