import { arrivedFiles } from "@chargehand/db/station-files";
import type { ConnectedStation } from "../connected-station";
import { consider } from "../consider";
import type { House } from "../house";
import { settle } from "../settle";
import { giveUp } from "../when-not-written";

/** A file that has arrived proves that its command happened; what the station says of it proves only that it says so. */
export function noteArrivals(station: ConnectedStation, house: House): Promise<void> {
  return station.mailbox.run(async () => {
    try {
      const waiting = (station.state?.proving ?? []).filter(
        ({ proof, plan: { watch } }) => proof !== "confirmed" && watch.for === "progress" && watch.file,
      );
      if (waiting.length === 0) return;
      const ids = waiting.map(({ id }) => id);
      for (const file of await arrivedFiles(house.db, ids)) {
        if (!station.state) return;
        const { unknownTokens } = house.settings;
        const circumstances = { receivedAt: new Date(), unknownTokens, payload: "" };
        const decision = await consider(station.state, { type: "file-received", ...file }, circumstances, house);
        await settle(decision, station, house);
      }
    } catch (error) {
      giveUp(error, station, house);
    }
  });
}
