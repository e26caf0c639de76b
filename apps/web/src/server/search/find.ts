import { foldToken } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import type { SignedIn } from "../context";
import { containing, sqlParameters } from "../sql";

export const search = z.object({ text: z.string().trim().min(1).max(100) });

export interface FoundStation {
  id: number;
  identity: string;
  name: string | null;
  site: string | null;
  connected: boolean;
  /** The words are its identity, whatever the case of its letters. */
  isExact: boolean;
}

/** What the words of somebody who looks for something may mean. */
export interface Found {
  stations: FoundStation[];
  sites: { id: number; name: string; address: string | null; stations: number }[];
  sessions: { id: number; identity: string; startedAt: Date | null; isOpen: boolean }[];
  tokens: { id: number; value: string; note: string | null }[];
}

/** What is shown of each kind. */
const shown = 6;

/** Looks everywhere this person may look. Every part has an index of its own; none reads a table that grows. */
export async function find({ pool, person }: Pick<SignedIn, "pool" | "person">, { text }: z.output<typeof search>) {
  const looking = { pool, words: text.toLowerCase().split(/\s+/), text, phone: phoneIn(text) };
  const may = (permission: "sites.view" | "sessions.view" | "tokens.view") => person.permissions.has(permission);
  const [stations, sites, sessions, tokens] = await Promise.all([
    findStations(looking),
    may("sites.view") ? findSites(looking) : [],
    may("sessions.view") ? findSessions(looking) : [],
    may("tokens.view") ? findTokens(looking) : [],
  ]);
  return { stations, sites, sessions, tokens } satisfies Found;
}

interface Looking extends Pick<SignedIn, "pool"> {
  text: string;
  words: string[];
  /** The digits by which a caller's number is found, where the words are one. */
  phone: string | undefined;
}

/** A number without what differs by how it is written: signs, and what is dialled before it at home or from abroad. */
function phoneIn(text: string): string | undefined {
  if (!/^\+?[\d\s()/.-]+$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, "").replace(/^0+/, "");
  return digits.length >= shortestPhone ? digits : undefined;
}

/** Shorter ones are the numbers of something else. */
const shortestPhone = 6;

/** By identity, name, serial number, maker, model, site, address and whom to call there; whose identity begins or ends like this comes first. */
async function findStations({ pool, words, text, phone }: Looking): Promise<FoundStation[]> {
  const parameters = sqlParameters();
  const folded = parameters.add(text.toLowerCase());
  const begins = parameters.add(`${escaped(text.toLowerCase())}%`);
  const ends = parameters.add(`%${escaped(text.toLowerCase())}`);
  // Found first, so that whoever plans the statement knows how few they are.
  const sitesOf = await Promise.all(words.map((word) => sitesWith({ pool }, word)));
  const each = words.map((word, index) => {
    const sites = sitesOf[index] ?? [];
    const inName = `${wordsOfStation} LIKE ${parameters.add(containing(word))}`;
    return sites.length === 0 ? inName : `(${inName} OR s.site_id = ANY(${parameters.add(sites)}::int[]))`;
  });
  const { rows } = await pool.query<FoundStation>(
    `WITH candidate AS (
       (SELECT id FROM station s WHERE s.identity_folded LIKE ${begins} ORDER BY s.identity_folded LIMIT ${shown})
       UNION (SELECT id FROM station s WHERE ${each.join(" AND ")} LIMIT 200)
       ${phone ? `UNION (SELECT s.id FROM station s JOIN site ON site.id = s.site_id WHERE ${hasPhone(parameters.add(`%${phone}%`))} LIMIT 200)` : ""}
     )
     SELECT s.id, s.identity, s.name, site.name AS site, s.connected, s.identity_folded = ${folded} AS "isExact"
     FROM station s LEFT JOIN site ON site.id = s.site_id
     WHERE s.id IN (SELECT id FROM candidate) AND s.approval IN ('approved', 'waiting')
     ORDER BY s.identity_folded = ${folded} DESC, s.identity_folded LIKE ${ends} DESC,
       s.identity_folded LIKE ${begins} DESC, s.identity LIMIT ${shown}`,
    parameters.values,
  );
  return rows;
}

// The index `station_words` is over exactly this expression.
const wordsOfStation = `lower(s.identity || ' ' || coalesce(s.name, '') || ' ' || coalesce(s.vendor, '') || ' ' ||
  coalesce(s.model, '') || ' ' || coalesce(s.serial_number, '') || ' ' || coalesce(s.firmware_version, ''))`;

/** Sites are few enough to look at the people of each. */
const hasPhone = (like: string) =>
  `EXISTS (SELECT FROM jsonb_array_elements(site.contacts) c WHERE regexp_replace(c->>'phone', '\\D', '', 'g') LIKE ${like})`;

const wordsOfSite = "lower(name || ' ' || coalesce(address, ''))";

async function sitesWith({ pool }: Pick<Looking, "pool">, word: string): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(`SELECT id FROM site WHERE ${wordsOfSite} LIKE $1`, [
    containing(word),
  ]);
  return rows.map(({ id }) => id);
}

async function findSites({ pool, words, phone }: Looking): Promise<Found["sites"]> {
  const { rows } = await pool.query<Found["sites"][number]>(
    `SELECT id, name, address, (SELECT count(*)::int FROM station s WHERE s.site_id = site.id) AS stations
     FROM site WHERE ${wordsOfSite} LIKE ALL($1) ${phone ? `OR ${hasPhone("$2")}` : ""} ORDER BY name LIMIT ${shown}`,
    [words.map(containing), ...(phone ? [`%${phone}%`] : [])],
  );
  return rows;
}

/** By our number, or by that which the station gave it and drivers read off its display. */
async function findSessions({ pool, text }: Looking): Promise<Found["sessions"]> {
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  if (number === undefined && text.length < 4) return [];
  const { rows } = await pool.query<Found["sessions"][number]>(
    `SELECT x.id, s.identity, x.started_at AS "startedAt", x.status = 'open' AS "isOpen" FROM (
       SELECT * FROM session WHERE id = $1 UNION (SELECT * FROM session WHERE wire_id = $2 LIMIT ${shown})
     ) x JOIN station s ON s.id = x.station_id ORDER BY x.id DESC LIMIT ${shown}`,
    [number ?? null, text],
  );
  return rows;
}

async function findTokens({ pool, words, text }: Looking): Promise<Found["tokens"]> {
  const { rows } = await pool.query<Found["tokens"][number]>(
    `WITH candidate AS (
       (SELECT id FROM token WHERE folded LIKE $1 ORDER BY folded LIMIT ${shown})
       UNION (SELECT id FROM token t WHERE ${wordsOfToken} LIKE ALL($2) LIMIT 50)
     )
     SELECT id, value, note FROM token WHERE id IN (SELECT id FROM candidate) ORDER BY folded LIKE $1 DESC, folded LIMIT ${shown}`,
    [`${escaped(foldToken(text))}%`, words.map(containing)],
  );
  return rows;
}

// The index `token_words` is over exactly this expression.
const wordsOfToken = `lower(t.value || ' ' || coalesce(t."group", '') || ' ' || coalesce(t.note, ''))`;

const escaped = (word: string) => word.replace(/[\\%_]/g, "\\$&");
