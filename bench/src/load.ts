import { WebSocket } from "ws";
import {
  type BenchStation,
  benchStations,
  createStationScript,
  type StationScript,
  subprotocols,
} from "./station-script";

/** What the load generator is told: as JSON in its first argument. */
export interface LoadPlan {
  /** Stations append their identity. */
  url: string;
  stations: number;
  /** Without a talk, stations boot, report their connector once and are silent. */
  talk?: { warmUpMessages: number; seconds: number };
}

/** What it tells, over the process's channel, in this order. */
export type LoadReport =
  | { stage: "connected" }
  | { stage: "measuring" }
  | {
      stage: "measured";
      messages: number;
      seconds: number;
      /** Of one call, averaged; and of its answer. */
      callBytes: number;
      answerBytes: number;
      p50Ms: number;
      p99Ms: number;
      maxMs: number;
      errors: number;
      firstError?: string;
    };

interface Talker {
  say(): void;
}

/** A process of its own, so that its processor time can be told apart. */
const plan: LoadPlan = JSON.parse(process.argv[2] ?? "{}");
const connectingAtOnce = 100;
const longestRun = 4_000_000;

const latencies = new Float32Array(plan.talk ? longestRun : 0);
let measuring = false;
let heard = 0;
let messages = 0;
let callBytes = 0;
let answerBytes = 0;
let errors = 0;
let firstError: string | undefined;
const stations: Talker[] = [];

process.on("disconnect", () => process.exit(0));
await connectAll();
tell({ stage: "connected" });
if (plan.talk) await talk(plan.talk);

async function talk({ warmUpMessages, seconds }: NonNullable<LoadPlan["talk"]>) {
  for (const { say } of stations) say();
  while (heard < warmUpMessages) await pause(0.2);
  measuring = true;
  const begun = performance.now();
  tell({ stage: "measuring" });
  await pause(seconds);
  measuring = false;
  const taken = (performance.now() - begun) / 1000;
  const sorted = latencies.subarray(0, Math.min(messages, longestRun)).sort();
  tell({
    stage: "measured",
    messages,
    seconds: taken,
    callBytes: callBytes / messages,
    answerBytes: answerBytes / messages,
    p50Ms: sorted[Math.floor(sorted.length * 0.5)] ?? Number.NaN,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    maxMs: sorted.at(-1) ?? Number.NaN,
    errors,
    firstError,
  });
}

async function connectAll() {
  const waiting = benchStations(plan.stations);
  const connectNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) stations.push(await connect(next));
  };
  await Promise.all(Array.from({ length: connectingAtOnce }, connectNext));
}

/** Connects a station, has it boot and report its connector; from then on it sends on when it is answered. */
function connect({ identity, version }: BenchStation): Promise<Talker> {
  const script = createStationScript(version, identity);
  const socket = new WebSocket(`${plan.url}/${identity}`, subprotocols[version], {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  let sentAt = 0;
  const send = (text: string) => {
    sentAt = performance.now();
    socket.send(text);
    if (measuring) callBytes += text.length;
  };
  return new Promise((resolve, reject) => {
    let step = 0;
    socket.on("open", () => send(script.boot()));
    socket.on("message", (data: Buffer) => {
      if (step < 2) {
        step++;
        if (step === 1) return send(script.status());
        return resolve({ say: () => send(script.next()) });
      }
      if (measuring) count(data, performance.now() - sentAt);
      hear(data, script);
      send(script.next());
    });
    socket.on("error", reject);
    socket.on("close", (code, reason) => {
      process.stderr.write(`${identity} was closed: ${code} ${reason}\n`);
      process.exit(1);
    });
  });
}

function count(data: Buffer, ms: number) {
  latencies[messages++ % longestRun] = ms;
  answerBytes += data.length;
}

function hear(data: Buffer, script: StationScript) {
  heard++;
  const isResult = data[1] === 0x33;
  if (!isResult) {
    errors++;
    firstError ??= data.toString();
  }
  script.heard(data.toString());
}

function tell(report: LoadReport) {
  process.send?.(report);
}

function pause(seconds: number) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
