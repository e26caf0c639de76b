import type { Controls } from "../../charger/controls";

export type Battery = {
  serialNumber: string;
  soH: number /** State of charge when it was put in. */;
  from: number;
  since: number;
};

/** The slots of a station that swaps batteries (2.1, block S): one per EVSE, all but the last hold a charged one. */
export class Batteries {
  #controls: Pick<Controls, "charger" | "now">;
  #slots = new Map<number, Battery>();
  #brought = 0;

  constructor(controls: Pick<Controls, "charger" | "now">) {
    this.#controls = controls;
    for (const { id } of controls.charger.evses.slice(0, -1)) {
      this.#slots.set(id, { serialNumber: `BAT-${id}`, soH: 97, from: 100, since: controls.now() });
    }
  }

  /** A driver brings an empty battery and takes a charged one. Undefined: there is no slot or no battery for him. */
  swap(): { brought: Told; taken: Told } | undefined {
    const { charger, now } = this.#controls;
    const free = charger.evses.filter((evse) => !evse.transaction && charger.isOperative(evse)).map(({ id }) => id);
    const slot = free.find((id) => !this.#slots.has(id));
    const full = free.find((id) => this.#told(id).some(({ soC }) => soC >= wanted));
    const [taken] = full === undefined ? [] : this.#told(full);
    if (slot === undefined || full === undefined || !taken) return undefined;
    this.#brought += 1;
    this.#slots.set(slot, { serialNumber: `BAT-X${this.#brought}`, soH: 93, from: 12, since: now() });
    const [brought] = this.#told(slot);
    this.#slots.delete(full);
    return brought && { brought, taken };
  }

  #told(evseId: number): Told[] {
    const battery = this.#slots.get(evseId);
    if (!battery) return [];
    const { from, serialNumber, since, soH } = battery;
    const minutes = (this.#controls.now() - since) / 60_000;
    return [{ evseId, serialNumber, soH, soC: Math.min(100, Math.floor(from + minutes * percentPerMinute)) }];
  }
}

type Told = { evseId: number; serialNumber: string; soC: number; soH: number };

/** With less in it a battery stays where it is. */
const wanted = 80;
const percentPerMinute = 1;
