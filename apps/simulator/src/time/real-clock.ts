import type { Cancel, Clock } from "./clock";
import { TimerHeap } from "./timer-heap";

/** The wall clock with one runtime timer for everybody. */
export class RealClock implements Clock {
  #heap = new TimerHeap();
  #armed: NodeJS.Timeout | undefined;
  #armedFor = Number.POSITIVE_INFINITY;

  now(): number {
    return Date.now();
  }

  after(milliseconds: number, task: () => void): Cancel {
    const timer = this.#heap.add(this.now() + Math.max(0, milliseconds), task);
    this.#arm();
    return () => {
      this.#heap.remove(timer);
      // An empty heap must not keep the process alive.
      if (this.#heap.size === 0) this.#disarm();
    };
  }

  #arm(): void {
    const earliest = this.#heap.earliest;
    if (!earliest || earliest.due >= this.#armedFor) return;
    this.#disarm();
    this.#armedFor = earliest.due;
    this.#armed = setTimeout(() => this.#run(), Math.max(0, Math.min(earliest.due - this.now(), longestTimeout)));
  }

  #disarm(): void {
    clearTimeout(this.#armed);
    this.#armedFor = Number.POSITIVE_INFINITY;
  }

  #run(): void {
    this.#disarm();
    const now = this.now();
    try {
      for (let timer = this.#heap.takeDue(now); timer; timer = this.#heap.takeDue(now)) timer.task();
    } finally {
      this.#arm();
    }
  }
}

/** The clock that stations use unless they are given another. */
export const realClock: Clock = new RealClock();

/** setTimeout turns anything longer into 1 ms. */
const longestTimeout = 2_147_483_647;
