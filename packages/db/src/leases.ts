import type { Pool } from "pg";

/** Numbers taken from a sequence in blocks, so that no message waits for one. */
export interface Lease {
  /** The next number, when one is in hand; asks for the next block early. */
  take(): number | undefined;
  /** The next number, waiting for a block if none is in hand. */
  next(): Promise<number>;
}

export interface Leases {
  session: Lease;
  /** The number by which a 1.6 station knows its session. */
  transaction: Lease;
  frame: Lease;
}

/** Leases of the journal's sequences; resolves when the first blocks are in hand. */
export declare function createLeases(pool: Pool): Promise<Leases>;
