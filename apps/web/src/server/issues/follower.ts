import { randomUUID } from "node:crypto";
import type { Bus } from "@chargehand/bus/bus";
import type { Pool } from "pg";
import { type Rounds, startRounds } from "../rounds";
import { type FollowContext, follow } from "./follow";
import { silentSessions } from "./standing";
import { type TryContext, tryWhatIsDue } from "./tries";

/** The process that follows goes on doing so; when it is gone, another one takes over within this. */
const leaseMs = 10_000;
const sweepMs = 5 * 60_000;

/** Starts what makes issues out of the story of events, in this process or in another one of the console. */
export async function startFollower({
  onError,
  ...context
}: FollowContext &
  TryContext & { bus: Pick<Bus, "subscribe" | "publish">; onError: (error: unknown) => void }): Promise<Rounds> {
  const { bus, pool, clock } = context;
  const lease = leaseOf(pool);
  let sweptAt = 0;
  const rounds = await startRounds({
    bus,
    onError,
    async round() {
      if (!(await lease.isOurs())) return false;
      const isSweep = Date.now() - sweptAt > sweepMs;
      if (isSweep) sweptAt = Date.now();
      const { more, told } = await follow(context, isSweep ? await silentSessions(pool, clock()) : []);
      const tried = !more && (await tryWhatIsDue(context));
      if (told || tried) bus.publish("events");
      return more;
    },
  });
  return {
    async close() {
      await rounds.close();
      await lease.giveUp().catch(onError);
    },
  };
}

/** A lease spares the other processes the work; that nothing is done twice is the cursor's business. */
function leaseOf(pool: Pool) {
  const holder = randomUUID();
  let renewAt = 0;
  return {
    async isOurs(): Promise<boolean> {
      const now = Date.now();
      if (now < renewAt) return true;
      const { rowCount } = await pool.query(
        `UPDATE issue_follower SET holder = $1, lease_until = now() + $2 * interval '1 millisecond'
         WHERE holder = $1 OR lease_until IS NULL OR lease_until < now()`,
        [holder, leaseMs],
      );
      renewAt = rowCount === 1 ? now + leaseMs / 2 : 0;
      // Nobody has ever followed: whoever begins makes the row.
      return rowCount === 1 || (await pool.query("SELECT FROM issue_follower")).rowCount === 0;
    },
    giveUp: () => pool.query("UPDATE issue_follower SET lease_until = NULL WHERE holder = $1", [holder]),
  };
}
