import type { Cancel, Clock } from "./clock";

/** Timers that go with their station: what is still pending is cancelled when it is taken away. */
export class Timers {
  #clock: Clock;
  #pending = new Set<Cancel>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does the task once, so many milliseconds from now, unless it is cancelled before. */
  after(milliseconds: number, task: () => void): Cancel {
    const cancelTimer = this.#clock.after(milliseconds, () => {
      this.#pending.delete(cancel);
      task();
    });
    const cancel = (): void => {
      this.#pending.delete(cancel);
      cancelTimer();
    };
    this.#pending.add(cancel);
    return cancel;
  }

  stop(): void {
    for (const cancel of this.#pending) cancel();
  }
}
