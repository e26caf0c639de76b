import { isOverLimit, stopAtLimits } from "@chargehand/domain/sessions/stop-at-limits";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";
import { settle } from "./settle";
import { giveUp } from "./when-not-written";

/** Ends the sessions that have lasted as long as they may: of that no station speaks. */
export async function endAtLimits(stations: ReadonlyMap<number, ConnectedStation>, house: House): Promise<void> {
  const isOver = ({ state }: ConnectedStation) => state !== undefined && isOverLimit(state, new Date());
  for (const station of [...stations.values()].filter(isOver)) {
    await station.mailbox.run(async () => {
      if (!station.state || !isOver(station)) return;
      await settle(stopAtLimits(station.state, new Date()), station, house).catch((error) =>
        giveUp(error, station, house),
      );
    });
  }
}
