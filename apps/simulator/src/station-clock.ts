import type { Clock } from "./time/clock";
import type { Faults } from "./wire/faults";

/** What a station believes the time to be: the clock's time, unless its own clock is off or stands still. */
export class StationClock {
  #options: { clock: Clock; faults: Faults };
  #frozenAt: number | undefined;

  constructor(options: { clock: Clock; faults: Faults }) {
    this.#options = options;
  }

  now(): number {
    const { clock, faults } = this.#options;
    if (faults.frozenClock) this.#frozenAt ??= clock.now();
    else this.#frozenAt = undefined;
    return (this.#frozenAt ?? clock.now()) + faults.clockSkew;
  }
}
