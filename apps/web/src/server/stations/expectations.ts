import { readVariable } from "@chargehand/db/read-variable";
import { usualResetSeconds } from "@chargehand/db/reset-history";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { dialects } from "@chargehand/ocpp/dialects";
import { z } from "zod";
import type { Context } from "../context";

export const expectedOf = z.object({ station: z.int() });

/** What is known of a station's own pace before it is told anything. */
export interface Expectations {
  /** How long it waits for a car after a start, and whether it has ever said so itself. */
  carWait: { seconds: number; isReported: boolean } | null;
  /** Within this nineteen of twenty resets of its model ended in a boot; null where too few are known. */
  usualResetSeconds: number | null;
}

/** What a station will most likely do, by its own settings and by the history of its model. */
export async function expectationsOf(
  { pool }: Pick<Context, "pool">,
  { station }: z.output<typeof expectedOf>,
): Promise<Expectations> {
  const { rows } = await pool.query<{ version: OcppVersion | null }>("SELECT version FROM station WHERE id = $1", [
    station,
  ]);
  const version = rows[0]?.version;
  const [carWait, usual] = await Promise.all([
    version ? carWaitOf({ pool }, station, version) : null,
    usualResetSeconds(pool, station),
  ]);
  return { carWait, usualResetSeconds: usual ?? null };
}

async function carWaitOf({ pool }: Pick<Context, "pool">, station: number, version: OcppVersion) {
  const { action, payload } = dialects[version].build(
    { type: "start", evse: 1, token: { value: "EXAMPLE", kind: "central" } },
    { commandId: 1 },
  );
  const plan = dialects[version].effect(action)?.proof?.(payload);
  if (!plan) return null;
  const own = plan.deadlineVariable && Number(await readVariable(pool, station, plan.deadlineVariable));
  return own && own > 0 ? { seconds: own, isReported: true } : { seconds: plan.deadlineSeconds, isReported: false };
}
