import { confirmConnections } from "@chargehand/db/stations";
import type { ConnectedStation } from "./connected-station";
import { dismiss } from "./connected-station";
import type { House } from "./house";

/**
 * Finds dead peers: after one interval of silence a ping, after two a second one, and before the third is over the line
 * is closed. Whatever a station says counts as life, so one that never answers pings but talks is alive.
 */
export function watchLines(stations: ReadonlyMap<number, ConnectedStation>, pingSeconds: number): () => void {
  const pingMs = pingSeconds * 1000;
  const pinged = new WeakMap<ConnectedStation, number>();
  const timer = setInterval(
    () => {
      const now = Date.now();
      for (const station of stations.values()) {
        const { link } = station;
        const silence = now - link.heardAt;
        if (link.paused || silence < pingMs) continue;
        if (silence > pingMs * 2.7) link.terminate("nothing heard, not even an answer to two pings");
        else if (now - (pinged.get(station) ?? 0) >= pingMs) {
          pinged.set(station, now);
          link.ping();
        }
      }
    },
    Math.min(1000, pingMs / 4),
  );
  return () => clearInterval(timer);
}

/** Closes lines whose station has connected to another gateway since, and writes down what their clocks say. */
export async function confirmLines(stations: ReadonlyMap<number, ConnectedStation>, { db, log }: House): Promise<void> {
  const held = [...stations.values()].map(({ id: station, epoch, clockSkewMs }) => ({ station, epoch, clockSkewMs }));
  for (const id of await confirmConnections(db, held)) {
    const station = stations.get(id);
    // A newer connection may have come to us while we asked.
    if (!station || !held.some(({ station: asked, epoch }) => asked === id && epoch === station.epoch)) continue;
    log.info({ station: station.identity }, "the station has connected elsewhere");
    dismiss(station, 1008, "a newer connection took over");
  }
}
