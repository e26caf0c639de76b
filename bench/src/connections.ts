import { setTimeout as pause } from "node:timers/promises";
import { own, start } from "./child";
import type { LoadReport } from "./load";
import { startNetwork } from "./network";
import { heading, line, rounded } from "./print";
import { residentBytes, secondsOf, secondsOfFamily } from "./processor-time";

export interface ConnectionsOptions {
  stations: number;
  /** How long they stay, before and after the memory is read. */
  seconds: number;
  nodeArgs: string[];
}

/** Holds stations that say nothing, and tells what each costs. */
export async function connections({ stations, seconds, nodeArgs }: ConnectionsOptions) {
  heading(`${stations.toLocaleString("en")} stations that have booted and are silent`);
  const network = await startNetwork(stations, { nodeArgs });
  try {
    await pause(2_000);
    const before = await memory(network);
    const begun = performance.now();
    const plan = { url: `ws://127.0.0.1:${network.gatewayPort}/ocpp`, stations };
    const generator = start<LoadReport>(own("load.ts", JSON.stringify(plan)));
    await generator.told((report) => report.stage === "connected");
    const taken = (performance.now() - begun) / 1000;
    line("connected and booted", `${rounded(stations / taken)} a second`);

    await pause(seconds * 1000);
    const idle = { gateway: secondsOf(network.gateway.pid), postgres: secondsOfFamily(network.postgresPid) };
    await pause(seconds * 1000);
    const busy = (since: number, now: number) => `${rounded(((now - since) / seconds) * 100, 1)} %`;
    const after = await memory(network);
    const each = (bytes: number) => `${rounded(bytes / stations / 1024, 1)} KiB`;
    line("memory per connection, resident", each(after.resident - before.resident));
    line("  of it the JavaScript heap", each(after.heap - before.heap));
    line("gateway in all, resident", `${rounded(after.resident / 1024 / 1024)} MiB`);
    line("of a core while they are silent, gateway", busy(idle.gateway, secondsOf(network.gateway.pid)));
    line("of a core while they are silent, postgres", busy(idle.postgres, secondsOfFamily(network.postgresPid)));
    const [held] = await network.ask("SELECT count(*)::int AS stations FROM station WHERE connected");
    line("stations shown as connected", Number(held?.stations));
    await generator.stop();
  } finally {
    await network.stop();
  }
}

async function memory({ gateway, metrics }: { gateway: { pid: number }; metrics(): Promise<string> }) {
  const heap = /^(?:\w+_)?nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)/m.exec(await metrics())?.[1];
  return { resident: residentBytes(gateway.pid), heap: Number(heap) };
}
