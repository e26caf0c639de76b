/** Kinds of list pages, each with a way to make another request of the kind: other cursors, other names. */
export const listPages: Record<string, (size: { stations: number; sessions: number }) => string> = {
  "stations, from anywhere": ({ stations }) => `/stations?cursor=${stationCursor(anyOf(stations))}`,
  "stations that are offline": ({ stations }) => `/stations?state=offline&cursor=${stationCursor(anyOf(stations))}`,
  "stations with a fault": ({ stations }) => `/stations?state=faulted&cursor=${stationCursor(anyOf(stations))}`,
  "stations that are reserved (none is)": () => "/stations?state=reserved",
  "stations of a site": () => `/stations?site=${encodeURIComponent(siteName(anyOf(1_000)))}`,
  "stations, part of a name": ({ stations }) => `/stations?text=${identity(anyOf(stations)).slice(1)}`,
  "stations, a word that many have": () => "/stations?text=voltara",
  "stations, a word that none has": () => "/stations?text=nothing-like-it",
  "stations that wait": () => "/stations?approval=waiting",
  "sites, from anywhere": () => `/sites?cursor=${cursor([siteName(anyOf(950)), 1])}`,
  "sessions, from anywhere": ({ sessions }) =>
    `/sessions?cursor=${cursor([daysAgo(90 * Math.random()), anyOf(sessions)])}`,
  "sessions of a station": ({ stations }) => `/sessions?station=${identity(anyOf(stations))}`,
  "sessions of a site": () => `/sessions?site=${anyOf(1_000)}`,
  "sessions of a site, long ago": () => `/sessions?site=${anyOf(1_000)}&to=${daysAgo(60)}`,
  "sessions that run": () => "/sessions?only=open",
  "sessions that need a person": () => "/sessions?only=attention",
  "sessions of a token": ({ stations }) => `/sessions?token=${token(anyOf(stations / 2))}`,
  "sessions of a day": () => `/sessions?from=${daysAgo(60)}&to=${daysAgo(59)}`,
  "meter values of a session": ({ sessions }) => `/sessions/${sessions - 20 * anyOf(sessions / 1_000)}/meter-values`,
  "tokens, from anywhere": ({ stations }) => `/tokens?cursor=${cursor([token(anyOf(stations / 2)), 1])}`,
  "tokens, part of a value": () => "/tokens?text=dead",
  "commands, from anywhere": ({ stations }) => `/commands?cursor=${cursor([anyOf(stations)])}`,
  "commands of a station": ({ stations }) => `/commands?station=${identity(anyOf(stations))}`,
  "commands on their way": () => "/commands?only=open",
  "frames of a station": () => `/stations/${identity(anyOf(1_000))}/frames`,
  "frames of an action": () => `/stations/${identity(anyOf(1_000))}/frames?action=Heartbeat`,
  "variables of a station": () => `/stations/${identity(anyOf(100))}/variables`,
};

/** What somebody types into the palette. */
export const sought: Record<string, (size: { stations: number; sessions: number }) => string> = {
  "a station's identity": ({ stations }) => identity(anyOf(stations)),
  "its beginning": ({ stations }) => identity(anyOf(stations)).slice(0, 6),
  "its number": ({ stations }) => String(anyOf(stations)),
  "two letters": () => "cs",
  "a word that many have": () => "voltara",
  "a site and a word": () => `${siteName(anyOf(1_000))} acme`,
  "a session's number": ({ sessions }) => String(anyOf(sessions)),
  "a session's number at its station": ({ sessions }) => `tx-${anyOf(sessions)}`,
  "the beginning of a token": ({ stations }) => token(anyOf(stations / 2)).slice(0, 10),
  nothing: () => "nothing-like-it",
};

// As api-fill.ts names them.
const identity = (n: number) => `CS-${String(n).padStart(6, "0")}`;
const siteName = (n: number) => `Site ${String(n).padStart(4, "0")}`;
const token = (n: number) => (BigInt(n) * 104_729n).toString(16).toUpperCase().padStart(14, "0");

const anyOf = (count: number) => 1 + Math.floor(Math.random() * count);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const cursor = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
const stationCursor = (n: number) => cursor([identity(n), n]);
