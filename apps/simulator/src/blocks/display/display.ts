import type { Controls } from "../../charger/controls";
import { placeOfTransaction } from "../../dialects/ocpp2/running";
import { type DisplayMessage, priorities } from "./message";

/** What this display can show. */
export const formats = ["ASCII", "UTF8"] as const;
export const states = ["Charging", "Faulted", "Idle", "Unavailable"] as const;
export const languages = ["en", "nb", "nl", "de", "fr"] as const;
export const capacity = 20;

export type Filter = Partial<Pick<DisplayMessage, "priority" | "state">> & { id?: number[] };

/** The messages that the CSMS left on the station's display, each for as long as it is meant to stand there. */
export class Display {
  #controls: Pick<Controls, "charger" | "now">;
  #messages = new Map<number, DisplayMessage>();

  constructor(controls: Pick<Controls, "charger" | "now">) {
    this.#controls = controls;
  }

  get size(): number {
    return this.find({}).length;
  }

  /** Takes a message in place of an older one of its id. "full" when there is no room for another. */
  set(message: DisplayMessage): "taken" | "full" {
    const { id, priority } = message;
    // A newer message that must always be in front takes the place of the older one.
    if (priority === "AlwaysFront") for (const other of this.find({ priority })) this.#messages.delete(other.id);
    if (!this.#messages.has(id) && this.size >= capacity) return "full";
    this.#messages.set(id, message);
    return "taken";
  }

  clear(id: number): boolean {
    return this.find({ id: [id] }).length > 0 && this.#messages.delete(id);
  }

  /** What still stands and fits. */
  find({ id, priority, state }: Filter): DisplayMessage[] {
    this.#forgetThePast();
    return [...this.#messages.values()].filter(
      (message) =>
        (!id || id.includes(message.id)) &&
        (priority === undefined || message.priority === priority) &&
        (state === undefined || message.state === state),
    );
  }

  /** The texts that a driver sees now: those of the highest priority there is. */
  get shown(): string[] {
    const now = this.#controls.now();
    const state = this.#state;
    const due = this.find({}).filter(
      ({ startDateTime, state: wanted }) => (startDateTime ?? 0) <= now && (wanted === undefined || wanted === state),
    );
    const front = priorities.find((priority) => due.some((message) => message.priority === priority));
    return due.filter(({ priority }) => priority === front).map(({ message }) => message.content);
  }

  /** Messages go when their time is over, or the transaction they belong to. */
  #forgetThePast(): void {
    const { charger, now } = this.#controls;
    for (const [id, { endDateTime, transactionId }] of this.#messages) {
      const over = endDateTime !== undefined && endDateTime <= now();
      const ended = transactionId !== undefined && !placeOfTransaction(charger, transactionId);
      if (over || ended) this.#messages.delete(id);
    }
  }

  get #state(): (typeof states)[number] {
    const { charger } = this.#controls;
    const conditions = charger.evses.flatMap(({ connectors }) => connectors.map(({ condition }) => condition));
    if (conditions.includes("charging")) return "Charging";
    if (conditions.includes("faulted")) return "Faulted";
    return conditions.every((condition) => condition === "unavailable") ? "Unavailable" : "Idle";
  }
}
