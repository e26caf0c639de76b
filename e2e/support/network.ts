import { randomUUID } from "node:crypto";
import { VirtualStation } from "@chargehand/simulator/station";
import type { StationOptions } from "@chargehand/simulator/station-options";
import type { Console } from "./console";
import { stack } from "./stack";

export type Version = StationOptions["version"];

/** The three versions that every promise about stations is kept for. */
export const versions = ["1.6", "2.0.1", "2.1"] as const satisfies readonly Version[];

type Options = Partial<Omit<StationOptions, "identity" | "version" | "url">>;

export interface KnownStation extends VirtualStation {
  /** The console's number for it. */
  readonly id: number;
  readonly secret: string;
}

/** The stations and tokens of one story. Names are its own, so that stories do not see each other's. */
export class Network {
  readonly #console: Console;
  readonly #own = randomUUID().slice(0, 6).toUpperCase();
  readonly #stations: VirtualStation[] = [];
  #names = 0;

  constructor(console: Console) {
    this.#console = console;
  }

  /** A name nobody else has. */
  name(kind = "CS"): string {
    this.#names += 1;
    // Lists show them in the order in which they were made.
    return `${kind}-${this.#own}-${String(this.#names).padStart(2, "0")}`;
  }

  /** A station that the console knows, ready to dial in with its secret. */
  async station(version: Version, options: Options & { siteId?: number } = {}): Promise<KnownStation> {
    const { siteId, ...others } = options;
    const identity = this.name();
    const { id, secret } = await this.#console.addStation({ identity, siteId });
    return Object.assign(this.stranger(version, { identity, secret, ...others }), { id, secret });
  }

  /** A known station that is connected and has booted. */
  async connected(version: Version, options: Options & { siteId?: number } = {}): Promise<KnownStation> {
    const station = await this.station(version, options);
    await station.connect();
    return station;
  }

  /** A station that the console has not been told of. */
  stranger(
    version: Version,
    { identity = this.name(), ...options }: Options & { identity?: string } = {},
  ): VirtualStation {
    const station = new VirtualStation({
      identity,
      version,
      url: stack.stations,
      rebootMs: 200,
      ...options,
    });
    this.#stations.push(station);
    return station;
  }

  /** A token that may charge. */
  async token(): Promise<string> {
    const value = this.name("TAG");
    await this.#console.addToken(value);
    return value;
  }

  stop(): void {
    for (const station of this.#stations) station.stop();
  }
}
