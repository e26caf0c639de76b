import pg from "pg";

/**
 * What to do about a batch that failed.
 * `stale`, `refused`: it is the rows; find which. `again`: it was not written, and may be tried again as it is.
 * `no-partition`: likewise, once the day has its partitions. `lost`: nobody said whether it was written.
 */
export type Remedy = "stale" | "refused" | "again" | "no-partition" | "lost";

/** SQLSTATE classes that say something about the server's condition, not about our rows. */
const passing = new Set([
  "08", // connection exception
  "40", // transaction rollback: deadlock, serialization failure
  "53", // insufficient resources: disk full, too many connections
  "55", // object not in prerequisite state: lock not available
  "57", // operator intervention: shutdown, cancel
  "58", // system error: I/O
]);

/** 25006: the server has become a standby; its successor will be found by connecting anew. */
const readOnly = "25006";

export function remedyFor(failure: unknown): Remedy {
  if (failure instanceof RangeError || failure instanceof TypeError) return "refused"; // a column could not hold a value
  if (!(failure instanceof pg.DatabaseError) || !failure.code) return "lost";
  if (failure.code === "CH001") return "stale";
  if (failure.code === readOnly || passing.has(failure.code.slice(0, 2))) return "again";
  if (failure.code === "23514" && failure.routine === "ExecFindPartition") return "no-partition";
  return "refused";
}

/** The connection cannot be used after these, although the failure itself is clear. */
export const endsConnection = (failure: unknown) =>
  failure instanceof pg.DatabaseError && (failure.severity === "FATAL" || failure.code === readOnly);
