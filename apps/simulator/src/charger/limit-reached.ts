import type { Transaction } from "./transaction";

/** Which limit of a transaction is used up, if any. */
export function limitReached(
  { ledger, limit, startedAt }: Transaction,
  { now, wh }: { now: number; wh: number },
): "energy-limit" | "time-limit" | undefined {
  if (limit?.maxEnergy !== undefined && wh - ledger.meterStartWh >= limit.maxEnergy) return "energy-limit";
  if (limit?.maxTime !== undefined && now - startedAt >= limit.maxTime * 1000) return "time-limit";
  return undefined;
}
