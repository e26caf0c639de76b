/** What a person or a key may be allowed to do; every procedure names exactly one of these. */
export const permissions = [
  "overview.view",
  "stations.view",
  "stations.write",
  "sites.view",
  "sites.write",
  "sessions.view",
  // Decisions about sessions that do not add up; each can be taken back.
  "sessions.decide",
  "commands.view",
  "commands.send",
  // On top of commands.send: any call, in the station's own words.
  "commands.expert",
  // The same work on many stations.
  "campaigns.view",
  "campaigns.write",
  // The library of firmware.
  "firmware.view",
  "firmware.write",
  // What goes wrong: whose it is, and who is told; and what is tried without asking anybody.
  "issues.view",
  "issues.write",
  "rules.write",
  // Who changed what, before and after.
  "changes.view",
  // What is handed to others: how long stations were there, what was charged; and what of it does not count.
  "reports.view",
  "reports.write",
  // Lists kept by name: for oneself, and for everybody.
  "views.view",
  "views.keep",
  "views.share",
  "variables.view",
  // What variables are to be: templates, comparisons, plans.
  "configuration.view",
  "configuration.write",
  "messages.view",
  // What stations send as files, and what they know of customers: it may say more of people than messages do.
  "files.view",
  "customers.view",
  "tokens.view",
  "tokens.write",
  "live.view",
  "events.view",
  "apikeys.view",
  "apikeys.write",
  "webhooks.view",
  "webhooks.write",
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ["viewer", "operator"] as const;
export type Role = (typeof roles)[number];

const granted = {
  viewer: [
    "overview.view",
    "stations.view",
    "sites.view",
    "sessions.view",
    "commands.view",
    "issues.view",
    "changes.view",
    "reports.view",
    "campaigns.view",
    "firmware.view",
    "views.view",
    "views.keep",
    "variables.view",
    "configuration.view",
    "messages.view",
    "tokens.view",
    "live.view",
    "events.view",
  ],
  operator: permissions,
} as const satisfies Record<Role, readonly Permission[]>;

/** Everything a role may do; the console asks it which controls to show as possible. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => sets[role];

/** The role behind a stored word; whatever is not a known role may only look. */
export const roleOf = (stored: string | null | undefined): Role => roles.find((role) => role === stored) ?? "viewer";

/** Those of some stored words that are permissions of today. */
export const permissionsIn = (stored: readonly string[]): Permission[] =>
  permissions.filter((permission) => stored.includes(permission));

const sets: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set(granted.viewer),
  operator: new Set(granted.operator),
};
