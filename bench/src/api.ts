import { loadavg } from "node:os";
import { listPages, sought } from "./api-requests";
import { type LargeConsole, withLargeConsole } from "./large-console";
import { figures, heading, line, rounded } from "./print";

export interface ApiOptions {
  stations: number;
  sessions: number;
  /** Requests of each kind. */
  requests: number;
}

/** How long list pages take over HTTP in a large network, one request after the other. */
export async function api({ stations, sessions, requests }: ApiOptions) {
  heading(`list pages with ${stations.toLocaleString("en")} stations and ${sessions.toLocaleString("en")} sessions`);
  await withLargeConsole({ stations, sessions }, async (console) => {
    const all: number[] = [];
    for (const [kind, requestOf] of Object.entries(listPages)) {
      const times = await timesOf(requests, () => console.api(requestOf({ stations, sessions })));
      all.push(...times);
      line(kind, figures(times));
    }
    line("all of them", figures(all));
    await palette(console, { stations, sessions, requests });
    tellLoad();
  });
}

/** How long the palette takes to find something, as its field asks for it. */
async function palette({ query }: LargeConsole, { stations, sessions, requests }: ApiOptions) {
  const all: number[] = [];
  for (const [kind, wordsOf] of Object.entries(sought)) {
    const times = await timesOf(requests, () => query("search.find", { text: wordsOf({ stations, sessions }) }));
    all.push(...times);
    line(`palette: ${kind}`, figures(times));
  }
  line("palette: all of them (aim: p95 100 ms)", figures(all));
}

/** How long something takes each time, once plans and caches are there, as they are in a console that runs. */
export async function timesOf(requests: number, ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = -3; n < requests; n++) {
    const begun = performance.now();
    await ask();
    if (n >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** What else went on: on a busy machine, figures are upper bounds. */
export const tellLoad = () =>
  line(
    "load average of the machine",
    loadavg()
      .map((load) => rounded(load, 1))
      .join(", "),
  );
