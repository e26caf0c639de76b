import type { Charger } from "./charger/charger";
import type { Settings } from "./charger/settings";
import type { Dialect } from "./dialects/dialect";
import type { Cancel, Clock } from "./time/clock";
import type { Message } from "./wire/outbox";

export type AlignedReadingsOptions = {
  charger: Charger;
  clock: Clock;
  settings: Settings;
  dialect(): Dialect;
  post(message: Message): void;
};

/** Readings at full marks of the clock, the same for every station in the world. */
export class AlignedReadings {
  #options: AlignedReadingsOptions;
  #timer: Cancel | undefined;

  constructor(options: AlignedReadingsOptions) {
    this.#options = options;
  }

  /** Begins, or begins anew with another grid. */
  start(): void {
    this.#timer?.();
    const { charger, clock, dialect, post, settings } = this.#options;
    const { alignedMs } = settings;
    if (alignedMs <= 0) return;
    this.#timer = clock.after(alignedMs - (clock.now() % alignedMs), () => {
      for (const evse of charger.evses) {
        // In 2.x a running transaction carries its own readings.
        if (evse.transaction && dialect().subprotocol !== "ocpp1.6") charger.report(evse, "clock");
        else for (const message of dialect().alignedReading(evse)) post(message);
      }
      this.start();
    });
  }

  stop(): void {
    this.#timer?.();
  }
}
