import type { DomainEvent, DomainEventType } from "@chargehand/domain/event";
import type { IssueKind } from "@chargehand/domain/issues/issue";
import type { AppRouter } from "../server/app-router";
import type { LiveEvent } from "./message";

type Queries = AppRouter["_def"]["record"];

/** A query by its path, as the router spells it. */
export type QueryPath = { [Noun in keyof Queries & string]: `${Noun}.${keyof Queries[Noun] & string}` }[keyof Queries &
  string];

/** A query whose answer is no longer true: of one thing where its input names one, else whatever it was asked with. */
export interface Touched {
  path: QueryPath;
  /** Only queries with this in their input. */
  about?: { id: number } | { station: number };
}

/**
 * Which queries an event touches. What can be told from the event alone is written into the answers at hand
 * (patch-station, patch-session); what is named here has to be asked again.
 */
export function touchedQueries({ station, event }: LiveEvent): readonly Touched[] {
  // What follows from an expert's call may be anything that changes at its station; so may what a new one is waited for.
  const followed: Touched[] =
    station === undefined
      ? []
      : [
          { path: "expert.followed", about: { station } },
          { path: "stations.commissioning", about: { station } },
        ];
  return [...touches(event, station), ...followed];
}

type Touch<T extends DomainEventType> = (event: Extract<DomainEvent, { type: T }>, station: number) => Touched[];

const overview: Touched[] = [{ path: "now.overview" }, { path: "now.rail" }];
const counts: Touched[] = [
  { path: "stations.facets" },
  { path: "stations.matching" },
  ...overview,
  { path: "sites.list" },
  { path: "sites.find" },
  { path: "sites.byId" },
  { path: "sites.onMap" },
  { path: "views.pinned" },
];
const connectorChanged = () => counts;
const sessionChanged = (event: { session: number }, station: number): Touched[] => [
  { path: "sessions.list" },
  { path: "sessions.counts" },
  { path: "sessions.byId", about: { id: event.session } },
  { path: "sessions.timeline", about: { id: event.session } },
  { path: "stations.byIdentity", about: { id: station } },
  { path: "tokens.list" },
  { path: "tokens.byId" },
  { path: "tokens.usage" },
  ...overview,
];

const issueChanged = ({ issue, kind }: { issue: number; kind?: IssueKind }): Touched[] => [
  ...(kind === "drift" ? configuration : []),
  { path: "issues.list" },
  { path: "issues.counts" },
  { path: "issues.byId", about: { id: issue } },
  { path: "shift.facts" },
  ...overview,
];

const table: { [T in DomainEventType]: Touch<T> } = {
  "station.connected": (_event, station) => [...counts, ...connectionsOf(station), { path: "stations.waiting" }],
  "station.disconnected": (_event, station) => [...counts, ...connectionsOf(station)],
  "station.booted": (_event, station) => [
    { path: "stations.waiting" },
    { path: "stations.byIdentity", about: { id: station } },
  ],
  "station.changed": ({ what }, station) => [
    ...(what === "noted" ? [{ path: "stations.notes", about: { station } } as const] : []),
    ...(what === "boots"
      ? ([
          { path: "stations.bootPolicy", about: { station } },
          { path: "stations.probing", about: { station } },
        ] as const)
      : []),
    { path: "stations.waiting" },
    { path: "stations.byIdentity", about: { id: station } },
    ...(what === "secret" ? [] : [{ path: "stations.list" } as const, ...counts]),
  ],
  "connector.available": connectorChanged,
  "connector.occupied": connectorChanged,
  "connector.reserved": connectorChanged,
  "connector.unavailable": connectorChanged,
  "connector.faulted": connectorChanged,
  // Where the session's own messages do not tell what goes on, its connector's do.
  "connector.activity": () => [...counts, { path: "sessions.list" }],
  "session.started": sessionChanged,
  "session.updated": ({ session }) => [{ path: "sessions.timeline", about: { id: session } }],
  "session.ended": (event, station) => [
    ...sessionChanged(event, station),
    { path: "sessions.samples", about: { id: event.session } },
    // A limit of its own goes with it.
    { path: "holdings.list", about: { station } },
  ],
  "session.attention": ({ session }) => [
    { path: "sessions.list" },
    { path: "sessions.counts" },
    { path: "sessions.byId", about: { id: session } },
    ...overview,
  ],
  "session.decided": (event, station) => [
    ...sessionChanged(event, station),
    { path: "sessions.decisions", about: { id: event.session } },
  ],
  "command.changed": ({ command, commandType, proof }, station) => [
    { path: "commands.list" },
    { path: "commands.byId", about: { id: command } },
    ...(commandType === "write-variables" ? [{ path: "variables.list", about: { station } } as const] : []),
    ...(commandType === "change-tariff" ? [{ path: "sessions.byId" } as const] : []),
    ...(commandType === "read-log" ? [{ path: "files.list", about: { station } } as const] : []),
    ...(commandType === "raw" ? [{ path: "expert.past", about: { station } } as const] : []),
    ...(proof === "unproven" || proof === "confirmed" ? overview : []),
  ],
  "variables.reported": (_event, station) => [
    { path: "variables.list", about: { station } },
    { path: "configuration.ofStation", about: { station } },
    { path: "energy.supply", about: { station } },
  ],
  "holdings.changed": ({ kinds }, station) => [
    { path: "holdings.list", about: { station } },
    ...(kinds.includes("customer-information") ? [{ path: "customers.reports", about: { station } } as const] : []),
    ...(kinds.includes("local-list")
      ? ([{ path: "lists.ofStation", about: { station } }, { path: "lists.all" }] as const)
      : []),
  ],
  "file.received": (_event, station) => [{ path: "files.list", about: { station } }],
  "file.refused": (_event, station) => [{ path: "files.list", about: { station } }],
  "firmware.changed": ({ image }) => [{ path: "firmware.list" }, { path: "firmware.byId", about: { id: image } }],
  "firmware.served": ({ image }) => [
    { path: "firmware.downloads", about: { id: image } },
    { path: "campaigns.targets" },
  ],
  "security.reported": ({ critical }, station) => [
    { path: "securityEvents.list", about: { station } },
    ...(critical ? overview : []),
  ],
  "alert.opened": () => overview,
  "alert.cleared": () => overview,
  "vendor.message": (_event, station) => [{ path: "vendors.heard", about: { station } }],
  // Whoever is not let in may be a station that does not say its name right.
  "connection.refused": () => [{ path: "stations.refusals" }, { path: "stations.commissioning" }, ...overview],
  "campaign.changed": ({ campaign }) => [
    { path: "campaigns.list" },
    { path: "campaigns.byId", about: { id: campaign } },
    { path: "campaigns.before", about: { id: campaign } },
    { path: "campaigns.targets" },
  ],
  "issue.opened": issueChanged,
  "issue.acknowledged": issueChanged,
  "issue.resolved": issueChanged,
  "issue.changed": issueChanged,
  "site.changed": ({ site }) => [
    { path: "sites.list" },
    { path: "sites.find" },
    { path: "sites.byId", about: { id: site } },
    { path: "sites.onMap" },
    // Its name and its clock stand in each of its stations.
    { path: "stations.list" },
    { path: "stations.byIdentity" },
    ...overview,
  ],
  "token.changed": () => [
    { path: "tokens.list" },
    { path: "tokens.byId" },
    { path: "tokens.groups" },
    { path: "lists.all" },
    { path: "lists.ofStation" },
  ],
  "template.changed": () => configuration,
  "configuration.compared": () => configuration,
};

const configuration: Touched[] = [
  { path: "configuration.templates" },
  { path: "configuration.ofStation" },
  { path: "configuration.plan" },
];

const connectionsOf = (station: number): Touched[] => [
  // Every station of its site tells how the others fare.
  { path: "stations.around" },
  { path: "stations.connectionDays", about: { station } },
  { path: "stations.connections", about: { station } },
  { path: "stations.byIdentity", about: { id: station } },
];

// The table is typed entry by entry; the event picks its own entry.
const touches = (event: DomainEvent, station = 0) =>
  (table[event.type] as (event: DomainEvent, station: number) => Touched[])(event, station);
