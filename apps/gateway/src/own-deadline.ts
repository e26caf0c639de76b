import { readVariable } from "@chargehand/db/read-variable";
import { usualResetSeconds } from "@chargehand/db/reset-history";
import type { ProofPlan } from "@chargehand/domain/proof";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";

/** What we give a station on top of its own time-out: its clock started a little later than ours. */
const graceSeconds = 10;

/** A plan whose deadline is the station's own time-out, where it has ever been read; of a boot, what is usual for its model. */
export async function withOwnDeadline(
  plan: ProofPlan | undefined,
  { id }: Pick<ConnectedStation, "id">,
  { db }: Pick<House, "db">,
): Promise<ProofPlan | undefined> {
  if (plan?.watch.for === "boot") {
    const usual = await usualResetSeconds(db, id);
    return usual === undefined
      ? plan
      : { ...plan, deadlineSeconds: Math.ceil(usual) + graceSeconds, deadlineFrom: "model" };
  }
  if (!plan?.deadlineVariable) return plan;
  const own = Number(await readVariable(db, id, plan.deadlineVariable));
  return own > 0 ? { ...plan, deadlineSeconds: own + graceSeconds, deadlineFrom: "station" } : plan;
}
