import { bootPolicies } from "@chargehand/domain/stations/boot-policy";
import { z } from "zod";
import { variableWrites } from "../commands/schema";
import type { Context } from "../context";
import { Refused } from "../errors";
import { type Writer, write } from "../write";
import { stationForChange } from "./for-change";

/** How boots are answered: of a station, or with `station: null` of all that have no policy of their own. */
export const bootPolicyOf = z.object({ station: z.int().nullable() });

export const bootPolicyChange = bootPolicyOf.extend({
  /** Null: a station does as the network, and the network accepts. */
  policy: z.enum(bootPolicies).nullable(),
  /** What is written before the station is accepted. */
  writes: z.union([variableWrites, z.tuple([])]).default([]),
});

export interface ShownBootPolicy {
  policy: (typeof bootPolicies)[number] | null;
  writes: z.output<typeof variableWrites>;
}

/** The policy of a station or of the network, as it was set. */
export async function bootPolicy(
  { prisma }: Pick<Context, "prisma">,
  { station }: z.output<typeof bootPolicyOf>,
): Promise<ShownBootPolicy> {
  const row = await prisma.bootPolicy.findFirst({ where: { stationId: station } });
  if (!row) return { policy: null, writes: [] };
  return { policy: z.enum(bootPolicies).parse(row.policy), writes: variableWrites.or(z.tuple([])).parse(row.writes) };
}

/** Sets how boots are answered; what is running stays as it is. */
export const setBootPolicy = (context: Writer, { station, policy, writes }: z.output<typeof bootPolicyChange>) =>
  write(context, async (tx, tell) => {
    if (policy === "configure" && writes.length === 0) {
      throw new Refused("Say what is to be written before the station is accepted.");
    }
    if (station !== null) await stationForChange(tx, station);
    const before = await bootPolicy({ prisma: context.prisma }, { station });
    await tx.bootPolicy.deleteMany({ where: { stationId: station } });
    if (policy !== null) {
      const kept = policy === "configure" ? writes : [];
      await tx.bootPolicy.create({ data: { stationId: station, policy, writes: JSON.parse(JSON.stringify(kept)) } });
    }
    tell.audit({
      action: "boot-policy.set",
      subject: station === null ? "network:boots" : `station:${station}`,
      before,
      after: { policy, writes },
    });
    if (station !== null) tell.event({ station, event: { type: "station.changed", what: "boots" } });
  });
