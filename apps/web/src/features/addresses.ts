/** Where everything is: the one place that spells the console's own addresses. */
export const addresses = {
  now: "/",
  stations: "/stations",
  station: (identity: string) => `/stations/${encodeURIComponent(identity)}`,
  stationSessions: (identity: string) => `/stations/${encodeURIComponent(identity)}/sessions`,
  stationVariables: (identity: string) => `/stations/${encodeURIComponent(identity)}/variables`,
  stationMessages: (identity: string) => `/stations/${encodeURIComponent(identity)}/messages`,
  stationExpert: (identity: string) => `/stations/${encodeURIComponent(identity)}/expert`,
  stationConnections: (identity: string) => `/stations/${encodeURIComponent(identity)}/connections`,
  sessions: "/sessions",
  session: (id: string) => `/sessions/${encodeURIComponent(id)}`,
  messages: "/messages",
  message: (id: string) => `/messages/${encodeURIComponent(id)}`,
  commands: "/commands",
  tokens: "/tokens",
  refusals: "/refusals",
  signIn: "/sign-in",
} as const;
