import { tellLoad, timesOf } from "./api";
import { type LargeConsole, withLargeConsole } from "./large-console";
import { figures, heading, line } from "./print";
import { liveStations } from "./stations-live";

interface StationsOptions {
  stations: number;
  requests: number;
  seconds: number;
}

/** How long the list of stations takes in a large network, and how soon what happens there is told to a browser. */
export async function stations({ stations: count, requests, seconds }: StationsOptions) {
  heading(`the list of ${count.toLocaleString("en")} stations (aim: p95 500 ms each)`);
  await withLargeConsole({ stations: count, sessions: count * 2 }, async (console) => {
    await lists(console, requests);
    await many(console, requests);
    tellLoad();
  });
  heading("10,000 stations with 25 events a second (aim: event to browser p95 500 ms, first window 200 ms)");
  await withLargeConsole({ stations: 10_000, sessions: 20_000 }, async (console) => {
    await liveStations(console, { seconds, eventsASecond: 25 });
    tellLoad();
  });
}

const filters = [
  "",
  "faulted",
  "status:charging",
  "-status:available",
  "status:offline",
  'site:"Site 0003"',
  "fw:<1.8",
  "fw:1.12",
  "seen:>5m",
  "vendor:acme model:*7",
  "power:>10",
  "error:GroundFailure",
  "0012",
  "nothing-like-it",
  'status:charging vendor:acme fw:>1.10 -site:"Site 0003" connected:yes',
];

const sorts = ["site", "state", "since", "connectors", "power", "seen", "version", "vendor", "firmware", "name"];

async function lists({ query }: LargeConsole, requests: number) {
  const every: number[] = [];
  const measure = async (what: string, procedure: string, input: object) => {
    const times = await timesOf(requests, () => query(procedure, input));
    every.push(...times);
    line(what, figures(times));
  };
  for (const q of filters) await measure(`filter: ${q || "none"}`, "stations.list", { q });
  for (const sort of sorts) await measure(`order: ${sort}`, "stations.list", { sort });
  for (const q of ["", "faulted", "vendor:acme"]) await measure(`counts: ${q || "all"}`, "stations.facets", { q });
  for (const field of ["status", "vendor", "site", "fw"])
    await measure(`completion: ${field}:`, "stations.complete", { field });
  line("all of them", figures(every));
}

async function many({ mutate }: LargeConsole, requests: number) {
  const command = { type: "reset", when: "now" };
  for (const q of ["id:CS-00*", ""]) {
    const chosen = { is: "all", q };
    const { stations: reached } = await mutate<{ stations: number }>("stations.weigh", { chosen, command });
    const times = await timesOf(requests, () => mutate("stations.weigh", { chosen, command }));
    line(`a reset of ${reached.toLocaleString("en")} weighed`, figures(times));
  }
}
