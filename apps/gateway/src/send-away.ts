import { setTimeout as pause } from "node:timers/promises";
import type { Connections } from "./connections";

/**
 * Sends every station away: each once what it is saying is answered, and spread over the time given, so that they do not
 * all come back at the same moment. Stations that do not leave are waited for a little longer, and no more.
 */
export async function sendAway({ stations, empty }: Connections, withinSeconds: number): Promise<void> {
  const spreadMs = withinSeconds * 800;
  for (const { link, mailbox } of stations.values()) {
    void pause(Math.random() * spreadMs)
      .then(() => mailbox.run(async () => {}))
      .then(() => link.close(1012, "the gateway restarts"));
  }
  const patience = new AbortController();
  await Promise.race([
    empty(),
    pause(withinSeconds * 1000 + 1000, undefined, { signal: patience.signal }).catch(() => {}),
  ]);
  patience.abort();
  if (stations.size === 0) return;
  for (const { link } of stations.values()) link.terminate("did not leave when the gateway restarted");
  await Promise.race([empty(), pause(2000)]);
}
