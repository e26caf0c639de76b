import type { FactNeeded, Facts } from "@chargehand/domain/facts";
import type { Leases } from "./leases";
import type { Queryable } from "./pool";

/** Fetches what a decision must know and the state in hand does not say. */
export interface FactSource {
  /** Answers at once, without a promise, what a cache or a lease already holds. */
  fetch(station: number, needed: readonly FactNeeded[]): Facts | Promise<Facts>;
  /** Forgets what is cached of all tokens; call it on a `token.changed` event. */
  forgetTokens(): void;
}

export interface FactSourceOptions {
  client: Queryable;
  leases: Leases;
  /** How long a token may be believed without asking again. */
  tokenTtlMs?: number;
}

export declare function createFactSource(options: FactSourceOptions): FactSource;
