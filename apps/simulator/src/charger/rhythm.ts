import type { Clock } from "../time/clock";
import type { Evse } from "./evse";
import type { Settings } from "./settings";
import type { Transaction } from "./transaction";

export type RhythmOptions = {
  clock: Clock;
  speed: number;
  settings: Settings;
  sample(evse: Evse, transaction: Transaction): void;
  look(evse: Evse): void;
};

/** What recurs while a transaction runs: samples as often as was set, and looks whether the car still takes energy. */
export class Rhythm {
  #options: RhythmOptions;
  /** The interval that counts now; the setting may have moved on. */
  #sampleMs = 0;

  constructor(options: RhythmOptions) {
    this.#options = options;
  }

  begin(evse: Evse, transaction: Transaction): void {
    this.#sampleLater(evse, transaction);
    this.#lookLater(evse, transaction);
  }

  end({ timers }: Evse): void {
    timers.sample?.();
    timers.look?.();
  }

  /** The interval was set anew: it counts from now. */
  changed(evses: Evse[]): void {
    if (this.#sampleMs === this.#options.settings.sampleMs) return;
    for (const evse of evses) {
      evse.timers.sample?.();
      if (evse.transaction) this.#sampleLater(evse, evse.transaction);
    }
  }

  #sampleLater(evse: Evse, transaction: Transaction): void {
    const { clock, sample, settings } = this.#options;
    this.#sampleMs = settings.sampleMs;
    if (settings.sampleMs <= 0) return;
    evse.timers.sample = clock.after(settings.sampleMs, () => {
      if (evse.transaction !== transaction) return;
      sample(evse, transaction);
      this.#sampleLater(evse, transaction);
    });
  }

  #lookLater(evse: Evse, transaction: Transaction): void {
    const { clock, look, speed } = this.#options;
    evse.timers.look = clock.after(Math.max(lookMs / speed, leastLookMs), () => {
      if (evse.transaction !== transaction) return;
      look(evse);
      this.#lookLater(evse, transaction);
    });
  }
}

const lookMs = 5_000;
const leastLookMs = 200;
