import type { Dialect } from "./dialects/dialect";
import type { StationOptions } from "./station-options";
import { connectionHeaders, secretBytes } from "./wire/authorization";
import type { LineOptions } from "./wire/line";

/** Where a station dials, what it offers there, and what it shows to be let in. */
export function addressOf(options: StationOptions, dialect: Dialect, secret: string | undefined): LineOptions {
  const { identity, insecure, secretForm = "by-version", subprotocols, url, version } = options;
  return {
    url: `${url.replace(/\/+$/u, "")}/${encodeURIComponent(identity)}`,
    protocols: subprotocols ?? [dialect.subprotocol],
    headers:
      secret === undefined
        ? {}
        : connectionHeaders({ user: identity, password: secretBytes(secret, secretForm, version) }),
    insecure,
  };
}
