import { z } from "zod";
import { createCampaign } from "../campaigns/create";
import { campaignOrder } from "../campaigns/order";
import type { SignedIn } from "../context";
import { Conflict } from "../errors";
import type { Writer } from "../write";
import { chosenSql } from "./chosen";
import { manyThought } from "./weigh-many";

export const manyOrder = manyThought.extend({
  name: campaignOrder.shape.name,
  /** As many as were shown to whoever says so; another number is another decision. */
  expected: z.int().min(1),
  /** Stations that are away: left out, or told when they come back in time. */
  ifOffline: z.enum(["leave", "wait"]),
  /** How long that time is. */
  withinSeconds: z.int().min(60).max(86_400).default(600),
});

/** Tells many stations the same: frozen as they are chosen now, and followed to the proof of each. */
export async function tellMany(
  context: Writer & Pick<SignedIn, "clock" | "pool">,
  { chosen, command, name, expected, ifOffline, withinSeconds }: z.output<typeof manyOrder>,
): Promise<{ campaign: number }> {
  const { condition, parameters } = await chosenSql(context, chosen);
  const { rows } = await context.pool.query<{ id: number; connected: boolean }>(
    `SELECT s.id, s.connected FROM station s WHERE ${condition} ORDER BY s.identity`,
    parameters.values,
  );
  if (rows.length !== expected) {
    throw new Conflict(`Now ${rows.length} stations match, no longer ${expected}. Look at what will happen again.`);
  }
  const stations = rows.filter(({ connected }) => connected || ifOffline === "wait").map(({ id }) => id);
  if (stations.length === 0) throw new Conflict("All of them are offline.");
  const { id } = await createCampaign(
    context,
    campaignOrder.parse({
      name,
      work: { kind: "command", command },
      stations,
      chosenBy: chosen.is === "all" ? chosen.q : undefined,
      pace: { atOnce },
      expiresAt: new Date(context.clock().getTime() + withinSeconds * 1_000),
    }),
  );
  return { campaign: id };
}

/** Somebody waits for it, and a gateway tells as many in a second. */
const atOnce = 200;
