import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import type { DemoStation } from "./demo-plan";
import type { Fleet } from "./fleet";
import { incidentNamed, incidents, type Played } from "./incidents";
import { VirtualStation } from "./station";
import { realClock } from "./time/real-clock";

export type DemoControlOptions = {
  fleet: Fleet;
  plan: readonly DemoStation[];
  /** The gateway, without identity. */
  url: string;
  port: number;
  /** Whoever asks has to know it. */
  secret: string;
};

const newStation = z.object({ identity: z.string().min(1).max(48), secret: z.string().min(1) });

/**
 * A small door on this machine's own loopback by which the console asks the simulator for a station or for trouble. It
 * knows the stations of this process and nothing else.
 */
export async function openDemoControl({ fleet, plan, url, port, secret }: DemoControlOptions) {
  const added: VirtualStation[] = [];
  const played = (): Played[] => [
    ...fleet.stations.map((station, index) => ({ station, plan: plan[index] })),
    ...added.map((station) => ({ station })),
  ];

  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => send(response, status, body),
      (error: unknown) => send(response, 400, { error: error instanceof Error ? error.message : String(error) }),
    );
  });

  async function answer(request: IncomingMessage): Promise<[status: number, body: object]> {
    if (!isKnown(request.headers.authorization, secret)) return [401, { error: "the secret is not right" }];
    const [, noun, name = ""] = (request.url ?? "").split("/");
    if (request.method === "GET") return [200, { stations: played().length, incidents: Object.keys(incidents) }];
    if (request.method !== "POST") return [405, { error: "only GET and POST" }];
    if (noun === "stations") {
      const station = visitor(newStation.parse(await readJson(request)), url);
      added.push(station);
      return [201, { identity: station.identity }];
    }
    const incident = noun === "incidents" ? incidentNamed(name) : undefined;
    if (!incident) return [404, { error: `there is none of: ${Object.keys(incidents).join(", ")}` }];
    const stations = incidents[incident]({ stations: played(), clock: realClock });
    return [200, { stations: stations.map(({ station }) => station.identity) }];
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    /** Where it listens, when any port would do. */
    port: typeof address === "object" && address ? address.port : port,
    close() {
      for (const station of added) station.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A wallbox whose driver stands beside it: started from afar, a car is plugged in. */
function visitor({ identity, secret }: z.output<typeof newStation>, url: string): VirtualStation {
  const station = new VirtualStation({
    identity,
    secret,
    url,
    version: "2.0.1",
    vendor: "Kestrel",
    model: "K22",
    serial: "KT26999999",
    firmware: "5.2.11",
    settings: { sampleMs: 3_000 },
  });
  station.onAwaitingCar = ({ id }) => realClock.after(driverMs, () => void station.plugIn(id));
  station.run();
  return station;
}

const driverMs = 2_000;

function isKnown(authorization: string | undefined, secret: string): boolean {
  const said = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${secret}`);
  return said.length === wanted.length && timingSafeEqual(said, wanted);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) throw new Error("that is too long");
  }
  return JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
