import type { Controls } from "../../charger/controls";
import type { JsonObject } from "../../json";
import type { Cancel } from "../../time/clock";

export type DerControl = {
  id: string;
  type: string;
  isDefault: boolean;
  /** Lower goes before higher. */
  priority: number;
  startsAt: number;
  endsAt: number;
  /** The order as it came. */
  order: JsonObject;
};

export type Filter = { isDefault?: boolean; controlType?: string; controlId?: string };

type Held = DerControl & { superseded: boolean; begun: boolean; timer?: Cancel };

/**
 * How the station behaves towards the grid (2.1, block R). Of orders of one kind whose times overlap, the one that goes
 * first counts; the others are superseded until it is over. What is only for a while begins and ends by the clock.
 */
export class DerControls {
  #controls: Pick<Controls, "later" | "now" | "post">;
  #held = new Map<string, Held>();

  constructor(controls: Pick<Controls, "later" | "now" | "post">) {
    this.#controls = controls;
  }

  /** Takes an order, in place of the one with its id, and tells which others it supersedes. */
  set(control: DerControl): string[] {
    this.#held.get(control.id)?.timer?.();
    // Newer goes before older where neither goes first otherwise.
    const held: Held = { ...control, superseded: false, begun: false };
    this.#held.delete(control.id);
    this.#held = new Map([[control.id, held], ...this.#held]);
    return this.#weigh().filter((id) => id !== control.id);
  }

  /** Begins what is due. The order it came with is answered before. */
  begin(id: string): void {
    const control = this.#held.get(id);
    if (!control || control.isDefault) return;
    this.#at(control, control.startsAt, () => this.#start(control));
  }

  find({ controlId, controlType, isDefault }: Filter): readonly Held[] {
    return [...this.#held.values()].filter(
      (control) =>
        (isDefault === undefined || control.isDefault === isDefault) &&
        (controlType === undefined || control.type === controlType) &&
        (controlId === undefined || control.id === controlId),
    );
  }

  clear(filter: Filter): void {
    for (const control of this.find(filter)) this.#end(control);
  }

  #start(control: Held): void {
    if (!control.superseded) {
      control.begun = true;
      this.#tell(control, true);
    }
    this.#at(control, control.endsAt, () => this.#end(control));
  }

  #end(control: Held): void {
    control.timer?.();
    this.#held.delete(control.id);
    if (control.begun) this.#tell(control, false);
    this.#weigh();
    // What it stood before may begin now.
    for (const other of this.#held.values()) {
      const due = !other.isDefault && !other.superseded && !other.begun && other.startsAt <= this.#controls.now();
      if (due) this.begin(other.id);
    }
  }

  /** Finds out anew what is superseded, and tells what became so. */
  #weigh(): string[] {
    const all = [...this.#held.values()];
    return all.flatMap((control, index) => {
      const before = control.superseded;
      control.superseded = all.some((other, place) => {
        const rivals = other !== control && other.type === control.type && other.isDefault === control.isDefault;
        const overlaps = other.startsAt < control.endsAt && control.startsAt < other.endsAt;
        const goesFirst = other.priority < control.priority || (other.priority === control.priority && place < index);
        return rivals && overlaps && goesFirst;
      });
      if (control.superseded) control.begun = false;
      return control.superseded && !before ? [control.id] : [];
    });
  }

  #tell({ id, type }: Held, started: boolean): void {
    const { now, post } = this.#controls;
    const timestamp = new Date(now()).toISOString();
    const superseded = this.find({ isDefault: false, controlType: type }).filter((other) => other.superseded);
    const supersededIds = superseded.map((other) => other.id).slice(0, mostIds);
    post({
      action: "NotifyDERStartStop",
      build: () => ({
        controlId: id,
        started,
        timestamp,
        ...(started && supersededIds.length > 0 && { supersededIds }),
      }),
    });
  }

  #at(control: Held, moment: number, task: () => void): void {
    const wait = moment - this.#controls.now();
    control.timer?.();
    if (wait <= 0) task();
    else control.timer = this.#controls.later(wait, task);
  }
}

/** As many as one message may name. */
export const mostIds = 24;
