import type { Controls } from "../../charger/controls";
import { storedIn } from "../../dialects/ocpp2/variable";

export type Profile = { url: string; identity?: string; password?: string; securityProfile: number };

/** The slots a station has for ways to its CSMS. */
export const slots: readonly number[] = [0, 1];

/**
 * Ways to the CSMS (2.x, block B). Slot 0 holds the one the station was commissioned with. What the CSMS writes counts
 * from the next restart on, in the order it set, and the next slot is tried when one leads nowhere.
 */
export class Network {
  /** The slot of the line that is up, or was last. */
  active = 0;
  #controls: Pick<Controls, "stored">;
  #profiles = new Map<number, Profile>();
  #order: number[] = [0];
  #connected = 0;
  #dials = 0;

  constructor(controls: Pick<Controls, "stored">) {
    this.#controls = controls;
  }

  set(slot: number, profile: Profile): void {
    this.#profiles.set(slot, profile);
  }

  profile(slot: number): Profile | undefined {
    return this.#profiles.get(slot);
  }

  /** The station restarts: it takes the ways in the order that was set, as far as they are known. */
  restart(): void {
    const wanted = (storedIn(this.#controls, "OCPPCommCtrlr", "NetworkConfigurationPriority") ?? "0,1").split(",");
    const known = wanted.map(Number).filter((slot) => slot === 0 || this.#profiles.has(slot));
    this.#order = known.length > 0 ? known : [0];
    this.#dials = 0;
  }

  /** Where to dial now; undefined for where it was commissioned to. */
  next(): Profile | undefined {
    const attempts = Number(storedIn(this.#controls, "OCPPCommCtrlr", "NetworkProfileConnectionAttempts") ?? 3);
    const turn = Math.floor(this.#dials / attempts) % this.#order.length;
    this.#dials += 1;
    this.active = this.#order[turn] ?? 0;
    return this.#profiles.get(this.active);
  }

  /** The line is up: the same way is taken again when it is lost. Tells whether it is another than last time. */
  connected(): "another" | "same" {
    const before = this.#connected;
    this.#connected = this.active;
    this.#order = [this.active, ...this.#order.filter((slot) => slot !== this.active)];
    this.#dials = 0;
    return before === this.active ? "same" : "another";
  }
}
