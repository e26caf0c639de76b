import { z } from "zod";
import { Refused } from "../errors";
import { createStation, stationCreation } from "../stations/changes";
import { procedure, router } from "../trpc";
import { write } from "../write";
import { bringToLife, playIncident, type SimulatorDoor, simulatorStanding } from "./simulator";

export const demo = router({
  /** Whether there is a simulator, and what it can play. */
  standing: procedure("overview.view").query(async ({ ctx }) => (await simulatorStanding(ctx.simulator)) ?? null),

  /** Adds a station like any other, and has the simulator be it. */
  simulate: procedure("stations.write").mutation(async ({ ctx }) => {
    const door = doorOf(ctx.simulator);
    const taken = await ctx.prisma.station.count({ where: { identity: { startsWith: prefix } } });
    const identity = `${prefix}${taken + 1}`;
    const { id, secret } = await createStation(ctx, stationCreation.parse({ identity }));
    if (secret !== null) await bringToLife(door, { identity, secret });
    return { id, identity };
  }),

  /** Trouble, on simulated stations only: the simulator knows no others. */
  play: procedure("stations.write")
    .input(z.object({ incident: z.string().max(40) }))
    .mutation(async ({ ctx, input: { incident } }) => {
      const played = await playIncident(doorOf(ctx.simulator), incident);
      await write(ctx, async (_tx, tell) =>
        tell.audit({ action: "demo.play", subject: `demo:${incident}`, after: { stations: played.stations } }),
      );
      return played;
    }),
});

const prefix = "DEMO-";

function doorOf(door: SimulatorDoor | undefined): SimulatorDoor {
  if (door) return door;
  throw new Refused("There is no simulator beside this console.");
}
