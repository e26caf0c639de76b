import { freePort } from "@chargehand/run/ports";
import { type Child, own, start } from "./child";
import type { LoadPlan, LoadReport } from "./load";
import { startNetwork } from "./network";
import { heading, line, rounded } from "./print";
import { residentBytes, secondsOf, secondsOfFamily } from "./processor-time";

export interface IngestOptions {
  stations: number;
  seconds: number;
  /** Messages before anything is measured: a program that has just started is still being compiled. */
  warmUpMessages: number;
  /** Arguments to Node for the gateway, to try or to profile something. */
  nodeArgs: string[];
  /** Leaves the yardstick out. */
  onlyGateway: boolean;
}

type Measured = Extract<LoadReport, { stage: "measured" }>;

/** Microseconds of processor time that each message cost, by process. */
type Cost = Record<string, number>;

/** As many durable messages as two cores give, against what the same generator gets from a server that keeps nothing. */
export async function ingest(options: IngestOptions) {
  const echo = options.onlyGateway ? undefined : await measureEcho(options);
  const gateway = await measureGateway(options);
  if (!echo) return;

  heading("Result");
  line("durable messages a second, to those of the echo", rounded(rate(gateway) / rate(echo), 2));
}

async function measureEcho(options: IngestOptions): Promise<Measured> {
  heading("A plain ws server that reads JSON and writes it back, keeping nothing");
  const port = await freePort(21_450, 21_499);
  const server = start<string>(own("echo-server.ts", String(port)));
  await server.told((message): message is string => message === "listening");
  const { measured, cost } = await load({ url: `ws://127.0.0.1:${port}`, stations: options.stations }, options, {
    echo: () => secondsOf(server.pid),
  });
  await server.stop();
  print(measured, cost);
  return measured;
}

async function measureGateway(options: IngestOptions): Promise<Measured> {
  heading("The gateway: every answer after its commit, frames kept, fsync on");
  const network = await startNetwork(options.stations, options);
  try {
    const [durability] = await network.ask(
      "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit",
    );
    if (durability?.fsync !== "on" || durability?.commit !== "on")
      throw new Error("the database is not set to be durable");
    const idle = residentBytes(network.gateway.pid);
    const before = await framesIn(network);
    const { measured, cost } = await load(
      { url: `ws://127.0.0.1:${network.gatewayPort}/ocpp`, stations: options.stations },
      options,
      { gateway: () => secondsOf(network.gateway.pid), postgres: () => secondsOfFamily(network.postgresPid) },
    );
    print(measured, cost);
    const perConnection = (residentBytes(network.gateway.pid) - idle) / options.stations;
    line("memory per connection, under load", `${rounded(perConnection / 1024)} KiB`);
    line("frames kept", (await framesIn(network)) - before);
    return measured;
  } finally {
    await network.stop();
  }
}

/** Runs the generator, and tells what each process spent between its first measured message and its last. */
async function load(
  plan: LoadPlan,
  { seconds, warmUpMessages }: IngestOptions,
  clocks: Record<string, () => number>,
): Promise<{ measured: Measured; cost: Cost }> {
  const talk = { seconds, warmUpMessages };
  const generator: Child<LoadReport> = start(own("load.ts", JSON.stringify({ ...plan, talk })));
  const all: Record<string, () => number> = { ...clocks, generator: () => secondsOf(generator.pid) };
  const read = () => Object.fromEntries(Object.entries(all).map(([name, clock]) => [name, clock()]));

  await generator.told((report) => report.stage === "measuring");
  const before = read();
  const measured = await generator.told((report): report is Measured => report.stage === "measured");
  const after = read();
  await generator.stop();
  const cost = Object.entries(after).map(([name, clock]) => [
    name,
    ((clock - (before[name] ?? 0)) * 1e6) / measured.messages,
  ]);
  return { measured, cost: Object.fromEntries(cost) };
}

const rate = ({ messages, seconds }: Measured) => messages / seconds;

function print(measured: Measured, cost: Cost) {
  line("messages a second", rounded(rate(measured)));
  line("p50, p99, longest", `${rounded(measured.p50Ms)}, ${rounded(measured.p99Ms)}, ${rounded(measured.maxMs)} ms`);
  for (const [name, microseconds] of Object.entries(cost)) {
    line(`processor time a message, ${name}`, `${rounded(microseconds, 1)} µs`);
  }
  line("size of a call, of its answer", `${rounded(measured.callBytes)}, ${rounded(measured.answerBytes)} bytes`);
  if (measured.errors === 0) return;
  // Errors are answered without a commit: a figure with errors in it is none.
  line("errors", `${measured.errors}, the first: ${measured.firstError}`);
  process.exitCode = 1;
}

const framesIn = async (network: { ask(sql: string): Promise<Record<string, unknown>[]> }) =>
  Number((await network.ask("SELECT count(*) AS frames FROM journal.frame"))[0]?.frames);
